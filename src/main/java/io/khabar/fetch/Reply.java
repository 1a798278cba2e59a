package io.khabar.fetch;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** What a server answers to one request. */
final class Reply {

    private final int status;
    private final MultiMap headers;
    private final Buffer body;

    Reply(int status, MultiMap headers, Buffer body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    int status() {
        return status;
    }

    /** The first header of that name; null where there is none. */
    @Nullable String header(String name) {
        return headers.get(name);
    }

    byte[] body() {
        return body.getBytes();
    }
}
