package io.khabar.http;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Makes ids: UUIDv7 (RFC 9562, section 5.7), ordered by the time they were made, within a millisecond too. They are made
 * here because databases before PostgreSQL 18 have no function for them.
 */
@Singleton
public class Ids {

    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    /** Milliseconds and a 12-bit counter in one number, so that each id is greater than the last. */
    private final AtomicLong last = new AtomicLong();

    Ids(Clock clock) {
        this.clock = clock;
    }

    /** A new id, greater than every one made here before. */
    public UUID next() {
        long now = clock.millis() << 12;
        long ticks = last.updateAndGet(previous -> Math.max(now, previous + 1));
        long most = ((ticks >>> 12) << 16) | 0x7000L | (ticks & 0xFFFL);
        byte[] tail = new byte[8];
        random.nextBytes(tail);
        long least = (ByteBuffer.wrap(tail).getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(most, least);
    }

    /**
     * Reads an id in the form of RFC 9562, any version.
     *
     * @throws IllegalArgumentException with a message for the client
     */
    public static UUID parse(String text) {
        if (!isId(text)) {
            throw new IllegalArgumentException("must be a UUID");
        }
        return UUID.fromString(text);
    }

    /** Whether a text has the form of an id. {@link UUID#fromString} takes much that has not. */
    public static boolean isId(String text) {
        return text.length() == 36 && FORM.matcher(text).matches();
    }
}
