package io.khabar.fetch;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A document that was fetched.
 *
 * @param status 200, or 304 where it has not changed
 * @param body what was sent, unpacked; empty for 304
 * @param contentType null where none was said
 * @param etag the header {@code ETag}, for the next conditional request
 * @param lastModified the header {@code Last-Modified}, as it was sent
 * @param url where the document was in the end
 * @param movedTo where it has moved for good (301, 308); null where it has not
 */
public record Fetched(
        int status,
        ByteBuffer body,
        @Nullable String contentType,
        @Nullable String etag,
        @Nullable String lastModified,
        String url,
        @Nullable String movedTo) {

    /** The octets of the body. */
    public byte[] bytes() {
        byte[] bytes = new byte[body.remaining()];
        body.duplicate().get(bytes);
        return bytes;
    }
}
