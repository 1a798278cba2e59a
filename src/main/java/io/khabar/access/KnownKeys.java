package io.khabar.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The valid keys, kept in memory for a short while.
 *
 * <p>All are read at once and anew, at most once for each {@link AccessSettings#revocationDelay()}, or once a second
 * while unknown keys come: a key that another instance made a moment ago works, and however many wrong keys somebody
 * sends, they cost one small query a second and no memory.
 */
@Singleton
class KnownKeys {

    private static final Duration UNKNOWN_LIFETIME = Duration.ofSeconds(1);

    private record Snapshot(Map<KeyHash, ApiKey> keys, Instant readAt) {}

    private final ApiKeyRepository keys;
    private final Clock clock;
    private final Duration lifetime;

    private volatile Snapshot snapshot = new Snapshot(Map.of(), Instant.MIN);
    private @Nullable CompletableFuture<Snapshot> reading;

    @Inject
    KnownKeys(ApiKeyRepository keys, Clock clock, AccessSettings settings) {
        this(keys, clock, settings.revocationDelay());
    }

    KnownKeys(ApiKeyRepository keys, Clock clock, Duration lifetime) {
        this.keys = keys;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /**
     * Looks a key up; never blocks.
     *
     * @return the key, empty if it is not valid; completes on another thread if the database has to be asked, and with an
     *     {@link SQLException} if it cannot be
     */
    CompletableFuture<Optional<ApiKey>> find(KeyHash hash) {
        Instant now = clock.instant();
        Snapshot current = snapshot;
        Duration enough = current.keys().containsKey(hash) ? lifetime : min(lifetime, UNKNOWN_LIFETIME);
        if (!current.readAt().equals(Instant.MIN)
                && now.isBefore(current.readAt().plus(enough))) {
            return CompletableFuture.completedFuture(valid(current, hash, now));
        }
        return read().thenApply(fresh -> valid(fresh, hash, now));
    }

    private static Optional<ApiKey> valid(Snapshot snapshot, KeyHash hash, Instant now) {
        return Optional.ofNullable(snapshot.keys().get(hash)).filter(key -> key.isValidAt(now));
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Reads all keys, once for everybody who waits. */
    private synchronized CompletableFuture<Snapshot> read() {
        if (reading != null) {
            return reading;
        }
        CompletableFuture<Snapshot> result = new CompletableFuture<>();
        reading = result;
        Thread.ofVirtual().name("api-keys").start(() -> readInto(result));
        return result;
    }

    private void readInto(CompletableFuture<Snapshot> result) {
        // Before the query: what is revoked while it runs counts from here.
        Instant startedAt = clock.instant();
        Snapshot read = null;
        Throwable failure = null;
        try {
            Map<KeyHash, ApiKey> valid = new HashMap<>();
            keys.all().forEach(key -> valid.put(key.hash(), key));
            read = new Snapshot(Map.copyOf(valid), startedAt);
            snapshot = read;
        } catch (SQLException | RuntimeException e) {
            failure = e;
        }
        synchronized (this) {
            reading = null;
        }
        if (failure == null) {
            result.complete(read);
        } else {
            result.completeExceptionally(failure);
        }
    }
}
