package io.khabar.http;

import io.netty.handler.codec.compression.StandardCompressionOptions;
import io.netty.handler.codec.http.HttpContentCompressor;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which coding the body of an answer is going to have. The server compresses below everything that sees headers, so the
 * method by which it decides is asked for its decision in advance.
 *
 * <p>That is needed because a strong entity tag says that two answers are the same to the octet, so that it has to differ
 * between codings (RFC 9110, section 8.8.3.3): the tag of a compressed answer ends with the name of the coding, as in
 * {@code "3-5f0c1d2e3a4b5c6d-gzip"}. A weak tag would not do: {@code If-Match} never matches one (section 13.1.1). What comes
 * back in {@code If-Match} counts by its version and in {@code If-None-Match}, which compares weakly, without the coding.
 */
final class ContentCoding extends HttpContentCompressor {

    /** Codings of {@code quarkus.http.compressors}, as they end a tag. */
    private static final List<String> SUFFIXES = List.of("-gzip\"", "-deflate\"");

    ContentCoding() {
        super(StandardCompressionOptions.gzip(), StandardCompressionOptions.deflate());
    }

    /** The coding that the client of a request is answered with where the type is one that is compressed. */
    @Nullable String chosen(MultiMap requestHeaders) {
        List<String> accepted = requestHeaders.getAll(HttpHeaders.ACCEPT_ENCODING);
        return accepted.isEmpty() ? null : determineEncoding(String.join(",", accepted));
    }

    /** The tag of the same content in a coding. */
    static String coded(String tag, String coding) {
        return tag.substring(0, tag.length() - 1) + "-" + coding + "\"";
    }

    /** The tag of the same content in no coding. */
    static String plain(String tag) {
        for (String suffix : SUFFIXES) {
            if (tag.endsWith(suffix)) {
                return tag.substring(0, tag.length() - suffix.length()) + "\"";
            }
        }
        return tag;
    }
}
