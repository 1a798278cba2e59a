package io.khabar.change;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Comparator;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A place in the log: behind the entry with these numbers, whether there is or ever was such an entry or not. Nothing
 * appears before a place that was read to.
 *
 * @param transaction the transaction of the entry, or one that is not over
 * @param number its number; entries have numbers from 1
 */
public record ChangePosition(long transaction, long number) implements Comparable<ChangePosition> {

    /** Before everything that is kept, whatever was kept before. */
    public static final ChangePosition START = new ChangePosition(0, 0);

    private static final Comparator<ChangePosition> ORDER =
            Comparator.comparingLong(ChangePosition::transaction).thenComparingLong(ChangePosition::number);

    private static final byte FORMAT = 1;
    private static final int CONTENT = 1 + 2 * Long.BYTES;
    private static final int SIZE = CONTENT + Integer.BYTES;

    @Override
    public int compareTo(ChangePosition other) {
        return ORDER.compare(this, other);
    }

    /** The place as text, for clients and to be kept in files: ASCII letters, digits, {@code -} and {@code _}. */
    public String encode() {
        ByteBuffer bytes =
                ByteBuffer.allocate(SIZE).put(FORMAT).putLong(transaction).putLong(number);
        bytes.putInt(checksum(bytes.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The place that a text says; null where it is none that was made here, or damaged. */
    public static @Nullable ChangePosition decode(String text) {
        // Base64 of 21 octets, without padding; the decoder would take such that has more.
        if (text.length() != (SIZE * 4 + 2) / 3) {
            return null;
        }
        byte[] raw;
        try {
            raw = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.wrap(raw);
        if (raw.length != SIZE || bytes.getInt(CONTENT) != checksum(raw) || bytes.get() != FORMAT) {
            return null;
        }
        ChangePosition position = new ChangePosition(bytes.getLong(), bytes.getLong());
        return position.transaction < 0 || position.number < 0 ? null : position;
    }

    private static int checksum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, CONTENT);
        return (int) sum.getValue();
    }
}
