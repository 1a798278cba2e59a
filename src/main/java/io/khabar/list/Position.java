package io.khabar.list;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A place in an ordered list, between two items: what a cursor says.
 *
 * @param list fingerprint of the list (its filters and order) that the place belongs to
 * @param key sort key of the item beside the place: for times eight bytes, microseconds since 1970
 * @param id id of that item
 * @param backward whether the page lies before the place
 * @param inclusive whether the item itself belongs to the page
 */
record Position(long list, ByteBuffer key, UUID id, boolean backward, boolean inclusive) {

    private static final byte FORMAT = 1;
    private static final int FIXED = 1 + 1 + Long.BYTES + 2 * Long.BYTES + Integer.BYTES;
    /** Longest cursor that is looked at: a collation key of the longest name fits with room to spare. */
    private static final int LONGEST = 8192;

    String encode() {
        ByteBuffer bytes = ByteBuffer.allocate(FIXED + key.remaining());
        bytes.put(FORMAT)
                .put((byte) ((backward ? 1 : 0) | (inclusive ? 2 : 0)))
                .putLong(list)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(key.duplicate());
        bytes.putInt(checksum(bytes.array(), bytes.position()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The place that a cursor says; null where it is none that was made here, or damaged. */
    static @Nullable Position decode(String cursor) {
        if (cursor.length() > LONGEST) {
            return null;
        }
        try {
            byte[] raw = Base64.getUrlDecoder().decode(cursor);
            ByteBuffer bytes = ByteBuffer.wrap(raw);
            if (raw.length < FIXED
                    || bytes.getInt(raw.length - Integer.BYTES) != checksum(raw, raw.length - Integer.BYTES)
                    || bytes.get() != FORMAT) {
                return null;
            }
            byte flags = bytes.get();
            long list = bytes.getLong();
            UUID id = new UUID(bytes.getLong(), bytes.getLong());
            ByteBuffer key = bytes.slice(bytes.position(), raw.length - FIXED);
            return new Position(list, key, id, (flags & 1) != 0, (flags & 2) != 0);
        } catch (IllegalArgumentException | BufferUnderflowException _) {
            return null;
        }
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }
}
