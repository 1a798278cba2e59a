package io.khabar.fetch;

import io.khabar.fetch.FetchException.Reason;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one GET to an address that is given beside the name, so that nothing is resolved again between check and
 * connection. The name is what {@code Host}, SNI and the certificate are about. Follows nothing, unpacks nothing, keeps no
 * connection.
 */
public final class Connector implements AutoCloseable {

    private static final int MOST_OF_ONE_SERVER = 16;

    private final HttpClient client;
    private final String userAgent;

    /**
     * Connects by the clients of Vert.x; certificates are checked against the authorities that the JDK trusts.
     *
     * @param limits what a fetch may take: nothing lives longer, such as a connection that is there too late for its request
     */
    public Connector(Vertx vertx, String userAgent, FetchLimits limits) {
        this(vertx, userAgent, limits, new HttpClientOptions());
    }

    Connector(Vertx vertx, String userAgent, FetchLimits limits, HttpClientOptions options) {
        this.client = vertx.createHttpClient(options.setKeepAlive(false)
                .setConnectTimeout(millis(limits.connect()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(millis(limits.whole()))
                .setVerifyHost(true)
                .setDecompressionSupported(false)
                // To one server; who calls sees to it that there are few.
                .setMaxPoolSize(MOST_OF_ONE_SERVER));
        this.userAgent = userAgent;
    }

    /** The address alone: with the name that it was found by, each name would count as a server of its own. */
    private static InetAddress nameless(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As Vert.x counts; never 0, which would be without end. */
    private static int millis(Duration time) {
        return Math.clamp(time.toMillis() + 1, 1, Integer.MAX_VALUE);
    }

    /** Gets an answer, with all of its body where its status is 200. */
    Reply get(
            WebTarget target,
            InetAddress address,
            Map<String, String> headers,
            Duration connect,
            Duration whole,
            int maxBytes)
            throws FetchException, InterruptedException {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(nameless(address), target.port())))
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.secure())
                .setURI(target.path())
                .setFollowRedirects(false)
                .setConnectTimeout(Math.min(connect.toMillis(), whole.toMillis()) + 1)
                .putHeader("User-Agent", userAgent);
        headers.forEach(options::putHeader);
        CompletableFuture<Reply> done = new CompletableFuture<>();
        AtomicReference<@Nullable HttpClientRequest> sent = new AtomicReference<>();
        client.request(options).onFailure(done::completeExceptionally).onSuccess(request -> {
            sent.set(request);
            if (done.isDone()) {
                request.reset();
                return;
            }
            request.exceptionHandler(done::completeExceptionally);
            request.send()
                    .onFailure(done::completeExceptionally)
                    .onSuccess(response -> read(request, response, maxBytes, done));
        });
        try {
            return done.get(whole.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw Fetcher.timeout();
        } catch (ExecutionException failed) {
            throw reason(failed.getCause());
        } finally {
            // Whoever has not ended by now shall not go on. Where all was read, the connection ends by itself.
            done.cancel(true);
            HttpClientRequest request = sent.get();
            if (request != null) {
                request.reset();
            }
        }
    }

    private static void read(
            HttpClientRequest request, HttpClientResponse response, int maxBytes, CompletableFuture<Reply> done) {
        response.exceptionHandler(done::completeExceptionally);
        if (response.statusCode() != 200) {
            // Of redirects and errors nothing but the head is of use.
            done.complete(new Reply(response.statusCode(), response.headers(), Buffer.buffer()));
            return;
        }
        Buffer body = Buffer.buffer();
        response.handler(part -> {
            if (body.length() + part.length() > maxBytes) {
                done.completeExceptionally(Fetcher.tooLarge(maxBytes));
                request.reset();
            } else if (!done.isDone()) {
                body.appendBuffer(part);
            }
        });
        response.endHandler(_ -> done.complete(new Reply(200, response.headers(), body)));
    }

    private static FetchException reason(@Nullable Throwable cause) {
        if (cause instanceof FetchException known) {
            return known;
        }
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof SSLException) {
                return new FetchException(
                        Reason.CONNECTION_FAILED, "No secure connection: the certificate or the protocol is refused.");
            }
        }
        return new FetchException(
                Reason.CONNECTION_FAILED, "The server cannot be reached, or broke the connection off.");
    }

    @Override
    public void close() {
        client.close();
    }
}
