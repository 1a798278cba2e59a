package io.khabar.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;

/** Answers requests with a problem before they reach a resource. */
@Singleton
public class Refusals {

    /** Octets of a refused body that are read and thrown away to keep the connection; who sends more loses it. */
    private static final long PATIENCE = 8L << 20;

    private final ObjectMapper json;

    Refusals(ObjectMapper json) {
        this.json = json;
    }

    /** Ends the request with the problem, whatever of its body has not arrived yet. Runs on the event loop. */
    public void send(RoutingContext context, ProblemException problem) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        if (response.headWritten()) {
            // The answer has begun: all that is left to say is that it is not whole.
            response.reset();
            return;
        }
        String id = response.headers().get(RequestIds.HEADER);
        Buffer body;
        try {
            body = Buffer.buffer(json.writeValueAsBytes(Problem.of(problem, id == null ? "" : id)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a problem cannot be written", e);
        }
        response.setStatusCode(problem.code().status());
        response.headers().set(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE).set(HttpHeaders.CACHE_CONTROL, "no-store");
        problem.headers().forEach((name, value) -> response.headers().set(name, value));
        boolean last = !request.isEnded() && isWaitingToSend(request);
        if (last) {
            response.headers().set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        discardBody(request);
        var _ = response.end(body).onSuccess(_ -> {
            if (last) {
                request.connection().close();
            }
        });
    }

    /** The problem of a failure: the database is away, the client broke off, or the fault is ours. It is noted in the log. */
    public static ProblemException reason(Throwable failure) {
        return Problems.unforeseen(failure);
    }

    /**
     * Reads on to the end of the body, so that the next request on the connection is found and the client, which may
     * send first and read later, gets the answer: closing with unread data would make its kernel throw the answer away.
     */
    private static void discardBody(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long[] read = {0};
        request.handler(octets -> {
            read[0] += octets.length();
            if (read[0] > PATIENCE) {
                if (request.version() == HttpVersion.HTTP_2) {
                    request.response().reset();
                } else {
                    request.connection().close();
                }
            }
        });
        request.resume();
    }

    /**
     * Whether the client waits for 100 before it sends its body. It gets an error instead, and whether the body still
     * comes is up to it (RFC 9110, section 10.1.1), so that nobody can tell where a next request would begin.
     */
    private static boolean isWaitingToSend(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.EXPECT) && request.version() != HttpVersion.HTTP_2;
    }
}
