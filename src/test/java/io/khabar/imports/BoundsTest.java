package io.khabar.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

/** What an archive may hold, of bytes that nobody makes: they are only counted. */
class BoundsTest {

    private static final long MEBIBYTE = 1L << 20;

    /** So many bytes, whatever they are. */
    private static InputStream bytes(long many) {
        return new InputStream() {
            private long left = many;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] into, int from, int most) {
                int read = (int) Math.min(most, left);
                left -= read;
                return read == 0 ? -1 : read;
            }
        };
    }

    private static long read(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 20];
        long all = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            all += read;
        }
        return all;
    }

    private static void refuses(Bounds bounds, long unpacked, String message) {
        Bounds.Exceeded exceeded = assertThrows(Bounds.Exceeded.class, () -> read(bounds.unpacked(bytes(unpacked))));
        assertEquals(message, exceeded.getMessage());
    }

    @Test
    void areEightGibibytesHoweverMuchIsSent() throws IOException {
        Bounds bounds = new Bounds();
        read(bounds.packed(bytes(MEBIBYTE << 10)));
        assertEquals(MEBIBYTE << 13, read(bounds.unpacked(bytes(MEBIBYTE << 13))));
        refuses(bounds, 1, "The archive holds more than 8589934592 bytes.");
    }

    @Test
    void areTwoHundredTimesWhatIsSent() throws IOException {
        Bounds bounds = new Bounds();
        read(bounds.packed(bytes(MEBIBYTE)));
        assertEquals(200 * MEBIBYTE, read(bounds.unpacked(bytes(200 * MEBIBYTE))));
        refuses(bounds, MEBIBYTE, "The archive becomes more than 200 times as large as it is sent.");
    }

    @Test
    void areSixteenMebibytesOfWhatIsSmall() throws IOException {
        Bounds bounds = new Bounds();
        read(bounds.packed(bytes(1)));
        assertEquals(16 * MEBIBYTE, read(bounds.unpacked(bytes(16 * MEBIBYTE))));
        refuses(bounds, MEBIBYTE, "The archive becomes more than 200 times as large as it is sent.");
    }

    /** What is skipped, and what is in an archive in the archive, is counted with the rest. */
    @Test
    void countWhatIsSkippedAndWhatIsNested() throws IOException {
        Bounds bounds = new Bounds();
        read(bounds.packed(bytes(1)));
        InputStream outer = bounds.unpacked(bytes(16 * MEBIBYTE));
        outer.skipNBytes(8 * MEBIBYTE);
        assertEquals(8 * MEBIBYTE, read(bounds.unpacked(bytes(8 * MEBIBYTE))));
        assertThrows(Bounds.Exceeded.class, () -> outer.skipNBytes(MEBIBYTE));
    }

    @Test
    void areTenThousandFiles() throws IOException {
        Bounds bounds = new Bounds();
        for (int i = 0; i < Bounds.MOST_FILES; i++) {
            bounds.file();
        }
        assertEquals(
                "The archive holds more than 10000 files.",
                assertThrows(Bounds.Exceeded.class, bounds::file).getMessage());
    }

    /** Reading to an end of no use to anybody ends there, too. */
    @Test
    void endWhatHasNoEnd() {
        InputStream endless = new Bounds().unpacked(bytes(Long.MAX_VALUE));
        assertThrows(Bounds.Exceeded.class, () -> endless.transferTo(OutputStream.nullOutputStream()));
    }
}
