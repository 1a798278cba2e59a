package io.khabar.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of an OpenSearch, asked in turn; one that is away is passed over. Only what may be done twice is sent, as a
 * node that did not answer may have done it.
 */
@ApplicationScoped
class Nodes {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** How long a search may take. */
    static final Duration SEARCH = Duration.ofSeconds(10);
    /** How long a write may take. */
    static final Duration WRITE = Duration.ofSeconds(60);

    private final HttpClient client;
    private final List<String> addresses;
    private final @Nullable String authorization;
    private final AtomicInteger next = new AtomicInteger();

    @Inject
    Nodes(OpenSearchSettings settings) {
        this(settings.url().orElse(List.of()), settings.username(), settings.password());
    }

    Nodes(List<URI> urls, Optional<String> username, Optional<String> password) {
        if (urls.isEmpty()) {
            throw new IllegalStateException("khabar.search.opensearch.url is not set");
        }
        addresses =
                urls.stream().map(url -> url.toString().replaceAll("/+$", "")).toList();
        authorization = username.map(name -> "Basic "
                        + Base64.getEncoder()
                                .encodeToString((name + ":" + password.orElse("")).getBytes(StandardCharsets.UTF_8)))
                .orElse(null);
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
    }

    /**
     * Sends a request.
     *
     * @param path from the root of a node on, with the query
     * @param body to be written as JSON; null for none
     * @return the answer
     * @throws Refused where the answer is not of success
     * @throws IOException where there is none
     */
    JsonNode send(String method, String path, @Nullable Object body, Duration patience) throws IOException {
        return sent(method, path, body == null ? null : JSON.writeValueAsBytes(body), patience);
    }

    /** Sends many writes at once: a line for each, and one for what is written. */
    JsonNode bulk(String path, byte[] lines) throws IOException {
        return sent("POST", path, lines, WRITE);
    }

    private JsonNode sent(String method, String path, byte @Nullable [] body, Duration patience) throws IOException {
        int first = Math.floorMod(next.getAndIncrement(), addresses.size());
        IOException away = null;
        for (int i = 0; i < addresses.size(); i++) {
            String address = addresses.get((first + i) % addresses.size());
            try {
                return sent(address, method, path, body, patience);
            } catch (Refused refused) {
                if (!refused.isPassing()) {
                    throw refused;
                }
                away = refused;
            } catch (IOException failed) {
                // Its message may be empty, as that of a refused connection is.
                away = new IOException("no answer from " + URI.create(address).getHost() + ": " + failed, failed);
            }
        }
        throw away == null ? new IOException("no node") : away;
    }

    private JsonNode sent(String address, String method, String path, byte @Nullable [] body, Duration patience)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        HttpResponse<byte[]> response = answer(request.build(), patience);
        byte[] content = response.body();
        if (response.statusCode() / 100 == 2) {
            return JSON.readTree(content);
        }
        throw new Refused(
                response.statusCode(),
                method + " " + path + ": " + response.statusCode() + " "
                        + new String(content, 0, Math.min(content.length, 2000), StandardCharsets.UTF_8));
    }

    /** The whole answer, within the patience: a request's own timeout ends with the headers. */
    private HttpResponse<byte[]> answer(HttpRequest request, Duration patience) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            HttpTimeoutException noAnswer = new HttpTimeoutException("no whole answer within " + patience);
            noAnswer.initCause(late);
            throw noAnswer;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException reason ? reason : new IOException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            // Does nothing where there is an answer.
            answer.cancel(true);
        }
    }
}
