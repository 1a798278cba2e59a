package io.khabar.fetch;

import io.khabar.fetch.FetchException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a document by GET. Names are resolved here, all that a name resolves to is checked, and each hop of a redirect is
 * a new request that is checked the same way. Blocks; made for virtual threads.
 */
public final class Fetcher implements AutoCloseable {

    /** Hops that are followed; browsers follow twenty, feeds rarely need two. */
    static final int MOST_REDIRECTS = 5;

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> PERMANENT = Set.of(301, 308);

    /** What a name stands for. */
    @FunctionalInterface
    public interface Resolver {
        InetAddress[] resolve(String name) throws UnknownHostException;
    }

    private final Connector connector;
    private final Resolver resolver;
    private final Predicate<InetAddress> allowed;
    private final FetchLimits limits;
    private final Clock clock;
    /** Looking a name up blocks in the system, for as long as that likes: not on threads that others need. */
    private final ExecutorService lookUps = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("look-up-", 1).daemon().factory());

    /**
     * A fetcher.
     *
     * @param allowed which addresses may be asked, such as {@link PublicAddresses#contains}
     */
    public Fetcher(
            Connector connector, Resolver resolver, Predicate<InetAddress> allowed, FetchLimits limits, Clock clock) {
        this.connector = connector;
        this.resolver = resolver;
        this.allowed = allowed;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Fetches a document.
     *
     * @param url an absolute http or https address
     * @param headers further headers, such as {@code If-None-Match}
     */
    public Fetched fetch(String url, Map<String, String> headers) throws FetchException, InterruptedException {
        // Not the clock: it may stand still in tests, and jump elsewhere.
        long deadline = System.nanoTime() + limits.whole().toNanos();
        WebTarget target;
        try {
            target = WebTarget.of(url);
        } catch (IllegalArgumentException invalid) {
            throw new FetchException(Reason.ADDRESS_INVALID, "The address " + invalid.getMessage() + ".");
        }
        boolean permanent = true;
        String movedTo = null;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            Reply reply = ask(target, headers, deadline);
            if (!REDIRECTS.contains(reply.status())) {
                return answered(reply, target, movedTo);
            }
            target = next(target, reply);
            permanent &= PERMANENT.contains(reply.status());
            movedTo = permanent ? target.url() : movedTo;
        }
        throw new FetchException(
                Reason.TOO_MANY_REDIRECTS, "There are more than " + MOST_REDIRECTS + " redirects in a row.");
    }

    private static WebTarget next(WebTarget target, Reply reply) throws FetchException {
        String location = reply.header("location");
        if (location == null || location.isBlank()) {
            throw new FetchException(Reason.REDIRECT_INVALID, "A redirect says not where to.", reply.status(), null);
        }
        try {
            return target.redirected(location);
        } catch (IllegalArgumentException invalid) {
            throw new FetchException(
                    Reason.REDIRECT_INVALID,
                    "A redirect leads to no http or https address that can be asked.",
                    reply.status(),
                    null);
        }
    }

    private Reply ask(WebTarget target, Map<String, String> headers, long deadline)
            throws FetchException, InterruptedException {
        List<InetAddress> addresses = resolve(target, deadline);
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.put("Accept-Encoding", "gzip");
        for (int i = 0; ; i++) {
            try {
                return connector.get(
                        target, addresses.get(i), all, limits.connect(), remaining(deadline), limits.maxBytes());
            } catch (FetchException failed) {
                // Another address of the same name: one of IPv6 where there is none, a server that is down.
                if (failed.reason() != Reason.CONNECTION_FAILED || i + 1 == addresses.size()) {
                    throw failed;
                }
            }
        }
    }

    private List<InetAddress> resolve(WebTarget target, long deadline) throws FetchException, InterruptedException {
        Future<InetAddress[]> lookUp = lookUps.submit(() -> resolver.resolve(target.name()));
        List<InetAddress> addresses;
        try {
            addresses = List.of(lookUp.get(remaining(deadline).toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            lookUp.cancel(true);
            throw timeout();
        } catch (ExecutionException unknown) {
            throw new FetchException(Reason.HOST_UNKNOWN, "The host `" + target.host() + "` is not known.");
        }
        // One that is not public among others is reason enough: that is how guards are got around.
        if (addresses.isEmpty() || !addresses.stream().allMatch(allowed)) {
            throw new FetchException(
                    Reason.ADDRESS_NOT_PUBLIC,
                    "The host `" + target.host() + "` is not on the public internet; nothing is asked of it.");
        }
        return addresses;
    }

    private Fetched answered(Reply reply, WebTarget target, @Nullable String movedTo) throws FetchException {
        int status = reply.status();
        boolean unchanged = status == 304;
        if (status != 200 && !unchanged) {
            throw new FetchException(
                    status == 410 ? Reason.GONE : Reason.STATUS,
                    status == 410
                            ? "The server answers 410: it is gone for good."
                            : "The server answers with the status " + status + ".",
                    status,
                    RetryAfter.read(reply.header("retry-after"), clock.instant()));
        }
        return new Fetched(
                status,
                ByteBuffer.wrap(unchanged ? new byte[0] : unpacked(reply)),
                reply.header("content-type"),
                reply.header("etag"),
                reply.header("last-modified"),
                target.url(),
                movedTo);
    }

    private byte[] unpacked(Reply reply) throws FetchException {
        String encoding = reply.header("content-encoding");
        byte[] sent = reply.body();
        if (encoding == null || encoding.isBlank() || encoding.strip().equalsIgnoreCase("identity")) {
            return sent;
        }
        String name = encoding.strip().toLowerCase(Locale.ROOT);
        if (!name.equals("gzip") && !name.equals("x-gzip")) {
            throw new FetchException(
                    Reason.ENCODING_INVALID, "It is sent in an encoding that was not asked for.", 200, null);
        }
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            byte[] read = plain.readNBytes(limits.maxBytes() + 1);
            if (read.length > limits.maxBytes()) {
                throw tooLarge(limits.maxBytes());
            }
            return read;
        } catch (IOException broken) {
            throw new FetchException(
                    Reason.ENCODING_INVALID, "It is said to be packed by gzip, but cannot be unpacked.", 200, null);
        }
    }

    static FetchException tooLarge(int most) {
        return new FetchException(
                Reason.TOO_LARGE, "It has more than " + most + " bytes, the most that is read.", 200, null);
    }

    static FetchException timeout() {
        return new FetchException(Reason.TIMEOUT, "It was not all there in time.");
    }

    private static Duration remaining(long deadline) throws FetchException {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            throw timeout();
        }
        return Duration.ofNanos(left);
    }

    @Override
    public void close() {
        lookUps.shutdownNow();
    }
}
