package io.khabar.list;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** Sort keys between the database and cursors. */
final class SortKeys {

    /** Stands for {@code -infinity}. */
    private static final long BEFORE_ALL = Long.MIN_VALUE;

    private SortKeys() {}

    /** The key in a result's column, as a cursor holds it. */
    static ByteBuffer read(SortOrder.Kind kind, ResultSet result, int at) throws SQLException {
        return switch (kind) {
            case BYTES -> ByteBuffer.wrap(result.getBytes(at));
            case INSTANT -> {
                OffsetDateTime time = Objects.requireNonNull(Timestamps.read(result, at));
                long micros = time.equals(OffsetDateTime.MIN)
                        ? BEFORE_ALL
                        : ChronoUnit.MICROS.between(Instant.EPOCH, time.toInstant());
                yield ByteBuffer.allocate(Long.BYTES).putLong(micros).flip();
            }
        };
    }

    /** The key of a cursor, as an argument of SQL. */
    static Object argument(SortOrder.Kind kind, ByteBuffer key) {
        return switch (kind) {
            case BYTES -> {
                byte[] bytes = new byte[key.remaining()];
                key.duplicate().get(bytes);
                yield bytes;
            }
            case INSTANT -> {
                // A cursor made for another order does not get here: the order is part of its fingerprint.
                long micros = key.getLong(key.position());
                yield micros == BEFORE_ALL
                        ? OffsetDateTime.MIN
                        : Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
            }
        };
    }
}
