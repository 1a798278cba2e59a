package io.khabar.search;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Locale;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/** What an index has on the disk is damaged: it answers no more, and must be built anew. */
public final class DamagedIndexException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int DEEPEST = 20;

    DamagedIndexException(Throwable cause) {
        super("the index is damaged", cause);
    }

    /** Throws one where a failure is of that kind. */
    static void check(Throwable failure) {
        if (is(failure)) {
            throw new DamagedIndexException(failure);
        }
    }

    /**
     * Whether a failure says that files are missing, cut off or not what they should be. A full disk is no damage, nor is
     * what went wrong elsewhere while the index was asked.
     */
    private static boolean is(Throwable failure) {
        boolean damage = false;
        int depth = 0;
        for (Throwable one = failure; one != null && depth < DEEPEST; one = one.getCause(), depth++) {
            if (one instanceof SQLException || isFull(one)) {
                return false;
            }
            damage |= switch (one) {
                case CorruptIndexException _,
                        IndexFormatTooOldException _,
                        IndexFormatTooNewException _,
                        NoSuchFileException _,
                        FileNotFoundException _,
                        EOFException _,
                        AlreadyClosedException _ -> true;
                // A file that is read as memory has become shorter.
                case InternalError fault -> says(fault, "memory access");
                default -> false;
            };
        }
        return damage;
    }

    private static boolean isFull(Throwable one) {
        return one instanceof IOException && (says(one, "no space left") || says(one, "quota"));
    }

    private static boolean says(Throwable one, String words) {
        @Nullable String message = one.getMessage();
        return message != null && message.toLowerCase(Locale.ROOT).contains(words);
    }
}
