package io.khabar.imports;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The files of an input, one after the other; each is read before the next is asked for. */
interface Files {

    /**
     * A file.
     *
     * @param name its name, as it was sent
     * @param said what it is said to be; null where nothing says it
     * @param charset the encoding that it is said to be in
     * @param field whether it is a field of a form, and no file
     */
    record File(String name, @Nullable Form said, @Nullable String charset, InputStream content, boolean field) {

        File(String name, @Nullable Form said, @Nullable String charset, InputStream content) {
            this(name, said, charset, content, false);
        }
    }

    /**
     * The next file; null at the end.
     *
     * @throws java.util.zip.ZipException and {@link java.io.EOFException} where what holds the files is broken
     * @throws Bounds.Exceeded where there are too many, or too much is in them
     */
    @Nullable File next() throws IOException;
}
