package io.khabar.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets a parser read so much and no more, until it is allowed again. */
final class Allowance extends FilterInputStream {

    /** The parser wanted more than one article may have. */
    static final class Exceeded extends IOException {}

    /** The parser reads ahead by its buffer. */
    private static final int SLACK = 1 << 16;

    private int used;

    Allowance(InputStream in) {
        super(in);
    }

    void renew() {
        used = 0;
    }

    int used() {
        return used;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int read = super.read(into, from, most);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws Exceeded {
        used += read;
        if (used > JsonArticles.LARGEST + SLACK) {
            throw new Exceeded();
        }
    }
}
