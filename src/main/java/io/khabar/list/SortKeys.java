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

    /** Years have four digits (RFC 3339); in another zone each may begin a little earlier, and end a little later. */
    private static final long EARLIEST = micros("-0001-01-01T00:00:00Z");

    private static final long LATEST = micros("+10001-01-01T00:00:00Z");

    private SortKeys() {}

    private static long micros(String instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    }

    /** Whether a cursor's key may be one of this type. */
    static boolean isOf(SortOrder.Kind kind, ByteBuffer key) {
        return switch (kind) {
            case BYTES -> true;
            case INSTANT -> {
                if (key.remaining() != Long.BYTES) {
                    yield false;
                }
                long micros = key.getLong(key.position());
                yield micros == BEFORE_ALL || isTime(micros);
            }
        };
    }

    /** Whether microseconds since 1970 are those of a time that may be stored. */
    static boolean isTime(long micros) {
        return micros >= EARLIEST && micros <= LATEST;
    }

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
