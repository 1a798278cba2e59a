package io.khabar.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What an archive may hold, counted over all that is in it, archives included: nobody sends more by packing it than without,
 * and what was made to grow without end is noticed soon.
 */
final class Bounds {

    /** Most files. */
    static final int MOST_FILES = 10_000;

    /** Most bytes that are unpacked: 8 GiB. */
    private static final long MOST_BYTES = 8L << 30;

    /** How many bytes one packed byte may become, once {@link #FREE} were unpacked; text becomes ten, rarely fifty. */
    private static final int MOST_RATIO = 200;

    private static final long FREE = 16L << 20;

    /** There is more than an archive may hold. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;

        Exceeded(String message) {
            super(message);
        }
    }

    private long packed;
    private long unpacked;
    private int files;

    /** Counts what is read of the archive itself. */
    InputStream packed(InputStream in) {
        return new Counting(in) {
            @Override
            void count(int bytes) {
                packed += bytes;
            }
        };
    }

    /** Counts what is unpacked. Closing it leaves the archive open. */
    InputStream unpacked(InputStream in) {
        return new Counting(in) {
            @Override
            void count(int bytes) throws Exceeded {
                unpacked += bytes;
                if (unpacked > MOST_BYTES) {
                    throw new Exceeded("The archive holds more than " + MOST_BYTES + " bytes.");
                }
                if (unpacked > FREE && unpacked / MOST_RATIO > packed) {
                    throw new Exceeded(
                            "The archive becomes more than " + MOST_RATIO + " times as large as it is sent.");
                }
            }
        };
    }

    /** Counts a file. */
    void file() throws Exceeded {
        if (++files > MOST_FILES) {
            throw new Exceeded("The archive holds more than " + MOST_FILES + " files.");
        }
    }

    private abstract static class Counting extends FilterInputStream {

        Counting(InputStream in) {
            super(in);
        }

        abstract void count(int bytes) throws Exceeded;

        @Override
        public int read() throws IOException {
            int octet = in.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int read = in.read(into, from, most);
            count(Math.max(0, read));
            return read;
        }

        @Override
        public long skip(long most) throws IOException {
            // What is skipped counts too.
            return Math.max(0, read(new byte[Math.clamp(most, 0, 1 << 13)]));
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() {
            // The archive is read on.
        }
    }
}
