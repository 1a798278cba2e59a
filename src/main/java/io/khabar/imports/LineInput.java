package io.khabar.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines of bytes, each no longer than allowed. What is longer is read over, not held. */
final class LineInput {

    /**
     * A line, without what ends it.
     *
     * @param bytes its bytes, from 0 to the limit; cut where it was too long
     * @param number which one of the input it is, from 1
     */
    record Line(ByteBuffer bytes, boolean tooLong, long number) {

        boolean isBlank() {
            for (int i = 0; i < bytes.limit(); i++) {
                if (bytes.get(i) > ' ' || bytes.get(i) < 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private long lines;

    LineInput(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line; null at the end. A byte order mark at the start of the first is no part of it. */
    @Nullable Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
        boolean any = false;
        boolean tooLong = false;
        while (true) {
            if (start == end) {
                end = in.read(buffer, 0, buffer.length);
                start = 0;
                if (end < 0) {
                    end = 0;
                    return any ? line(line, tooLong) : null;
                }
            }
            any = true;
            int stop = start;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            int more = stop - start;
            if (line.size() + more > longest) {
                tooLong = true;
                more = Math.max(0, longest - line.size());
            }
            line.write(buffer, start, more);
            boolean ended = stop < end;
            start = ended ? stop + 1 : stop;
            if (ended) {
                return line(line, tooLong);
            }
        }
    }

    private Line line(ByteArrayOutputStream read, boolean tooLong) {
        byte[] bytes = read.toByteArray();
        int from = lines == 0
                        && bytes.length >= 3
                        && bytes[0] == (byte) 0xEF
                        && bytes[1] == (byte) 0xBB
                        && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        int to = bytes.length > from && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        byte[] line = from == 0 && to == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, to);
        return new Line(ByteBuffer.wrap(line), tooLong, ++lines);
    }
}
