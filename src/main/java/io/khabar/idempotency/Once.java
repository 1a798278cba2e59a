package io.khabar.idempotency;

import io.khabar.http.Fault;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.list.Lists;
import io.khabar.list.Sql;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sees to it that a request with a key is done once, and answers it again with what was answered then. */
@Singleton
public class Once {

    private static final Duration KEPT = Duration.ofHours(24);

    /** How long a request that does not say that it lives keeps others from running it. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    private record Kept(
            @Nullable String hash,
            @Nullable Integer status,
            @Nullable String mediaType,
            @Nullable String location,
            @Nullable String etag,
            @Nullable ByteBuffer body) {}

    private final Lists database;
    private final Clock clock;

    Once(Lists database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Runs a request inside of the transaction that runs, so that it and its answer are stored together or not at all. One
     * with the same key that runs at the same time waits for its end, then gets its answer.
     *
     * @param hash what tells this request from others
     * @throws ProblemException {@code idempotency-key-reused}
     */
    public Response run(IdempotencyKey key, String hash, Supplier<Response> request) {
        if (!insert(key, hash)) {
            return replayed(kept(key).orElseThrow(Once::inUse), hash);
        }
        Response answer = request.get();
        keep(key, hash, answer, (byte[]) answer.getEntity());
        return answer;
    }

    /**
     * Claims a request that is done in several transactions. Each statement is one of its own.
     *
     * @return whether it is to be run; else it was, and {@link #replay} has its answer
     * @throws ProblemException {@code idempotency-key-in-use} where another one runs it
     */
    public boolean claim(IdempotencyKey key) {
        if (insert(key, null)) {
            return true;
        }
        Kept kept = kept(key).orElseThrow(Once::inUse);
        if (kept.status() != null) {
            return false;
        }
        Instant now = now();
        boolean takenOver = !database.query(
                        new Sql()
                                .add(
                                        "update idempotency_key set claimed_until = ? where operation = ? and key = ?"
                                                + " and status is null and claimed_until < ? returning 1",
                                        now.plus(CLAIM),
                                        key.operation(),
                                        key.key(),
                                        now),
                        row -> true)
                .isEmpty();
        if (!takenOver) {
            throw inUse();
        }
        return true;
    }

    /** Says that the request still runs. */
    public void renew(IdempotencyKey key) {
        database.query(
                new Sql()
                        .add(
                                "update idempotency_key set claimed_until = ? where operation = ? and key = ? returning 1",
                                now().plus(CLAIM),
                                key.operation(),
                                key.key()),
                row -> true);
    }

    /** Gives a claim back: the request failed, and may be sent again. */
    public void release(IdempotencyKey key) {
        database.query(
                new Sql()
                        .add(
                                "delete from idempotency_key where operation = ? and key = ? and status is null returning 1",
                                key.operation(),
                                key.key()),
                row -> true);
    }

    /** Keeps the answer to a request. */
    public void keep(IdempotencyKey key, String hash, Response answer, byte @Nullable [] body) {
        EntityTag tag = answer.getEntityTag();
        database.query(
                new Sql()
                        .add(
                                "update idempotency_key set request_hash = decode(?, 'hex'), status = ?, media_type = ?,"
                                        + " location = ?, etag = ?, body = ? where operation = ? and key = ? returning 1",
                                hash,
                                answer.getStatus(),
                                answer.getMediaType() == null
                                        ? null
                                        : answer.getMediaType().toString(),
                                answer.getLocation() == null
                                        ? null
                                        : answer.getLocation().toString(),
                                tag == null ? null : tag.getValue(),
                                body,
                                key.operation(),
                                key.key()),
                row -> true);
    }

    /**
     * The answer that was kept.
     *
     * @throws ProblemException {@code idempotency-key-reused} where it answered another request
     */
    public Response replay(IdempotencyKey key, String hash) {
        return replayed(kept(key).orElseThrow(Once::inUse), hash);
    }

    private Response replayed(Kept kept, String hash) {
        if (kept.status() == null) {
            throw inUse();
        }
        if (!hash.equals(kept.hash())) {
            throw new ProblemException(
                    ProblemCode.IDEMPOTENCY_KEY_REUSED,
                    "The `" + IdempotencyKey.HEADER + "` was sent with another request before.",
                    List.of(Fault.header(
                            IdempotencyKey.HEADER, "idempotency-key-reused", "was sent with another request before")));
        }
        Response.ResponseBuilder answer = Response.status(kept.status());
        if (kept.location() != null) {
            answer.location(URI.create(kept.location()));
        }
        if (kept.etag() != null) {
            answer.tag(new EntityTag(kept.etag()));
        }
        if (kept.body() != null) {
            answer.entity(kept.body().array()).type(kept.mediaType());
        } else if (kept.location() != null) {
            answer.header("Preference-Applied", "return=minimal");
        }
        return answer.build();
    }

    private boolean insert(IdempotencyKey key, @Nullable String hash) {
        Instant now = now();
        database.query(
                new Sql().add("delete from idempotency_key where created_at < ? returning 1", now.minus(KEPT)),
                row -> true);
        return !database.query(
                        new Sql()
                                .add(
                                        "insert into idempotency_key (operation, key, request_hash, claimed_until, created_at)"
                                                + " values (?, ?, decode(?, 'hex'), ?, ?) on conflict do nothing returning 1",
                                        key.operation(),
                                        key.key(),
                                        hash,
                                        now.plus(CLAIM),
                                        now),
                        row -> true)
                .isEmpty();
    }

    private Optional<Kept> kept(IdempotencyKey key) {
        return database
                .query(
                        new Sql()
                                .add(
                                        "select encode(request_hash, 'hex'), status, media_type, location, etag,"
                                                + " body from idempotency_key where operation = ? and key = ?",
                                        key.operation(),
                                        key.key()),
                        row -> new Kept(
                                row.getString(1),
                                row.getObject(2, Integer.class),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getBytes(6) == null ? null : ByteBuffer.wrap(row.getBytes(6))))
                .stream()
                .findFirst();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static ProblemException inUse() {
        return new ProblemException(
                        ProblemCode.IDEMPOTENCY_KEY_IN_USE, "A request with this `Idempotency-Key` is still running.")
                .header(HttpHeaders.RETRY_AFTER, Long.toString(CLAIM.toSeconds()));
    }
}
