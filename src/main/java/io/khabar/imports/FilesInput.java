package io.khabar.imports;

import io.khabar.http.ProblemException;
import io.khabar.imports.ImportReport.Finding;
import io.khabar.imports.draft.PlainText;
import io.khabar.language.WordEnds;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The articles of several files. Each says which file it is from. A file that cannot be read is one rejected item; what
 * holds the files and is broken, or holds too much, ends with one.
 */
final class FilesInput implements Input {

    static final int LONGEST_NAME = 200;

    /** Opens a file. */
    interface Opening {
        Input open(Files.File file) throws IOException;
    }

    private final Files files;
    private final Opening opening;
    private @Nullable Input current;
    private String name = "";
    private boolean ended;

    FilesInput(Files files, Opening opening) {
        this.files = files;
        this.opening = opening;
    }

    @Override
    public @Nullable Unread next() throws IOException {
        try {
            while (!ended) {
                Unread next = current == null ? opened() : current.next();
                if (next != null) {
                    return next.with(from());
                }
                current = null;
            }
            return null;
        } catch (Bounds.Exceeded | ZipException | EOFException broken) {
            return broken(broken);
        } catch (UncheckedIOException failed) {
            IOException cause = java.util.Objects.requireNonNull(failed.getCause());
            if (cause instanceof Bounds.Exceeded || cause instanceof ZipException || cause instanceof EOFException) {
                return broken(cause);
            }
            throw cause;
        }
    }

    /** Opens the next file; the article that says why it cannot be, or else null. */
    private @Nullable Unread opened() throws IOException {
        name = "";
        Files.File file = files.next();
        if (file == null) {
            ended = true;
            return null;
        }
        name = file.field() ? "" : WordEnds.cut(PlainText.line(file.name()), LONGEST_NAME);
        try {
            current = opening.open(file);
            return current.next();
        } catch (ProblemException unreadable) {
            current = null;
            return Unread.of(Candidate.unreadable(Finding.errors("read", unreadable)), 1);
        }
    }

    private List<Finding> from() {
        return name.isEmpty()
                ? List.of()
                : List.of(Finding.info("read", "file", "From the file `" + name + "`.", null));
    }

    /** Without a full stop. Readers of archives say nothing, or nothing of use, where one ends too early. */
    private static String reason(IOException broken) {
        String said = broken.getMessage();
        if (said == null || said.equals("Unexpected end of ZLIB input stream")) {
            return "it ends too early";
        }
        return said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
    }

    private Unread broken(IOException broken) {
        ended = true;
        boolean exceeded = broken instanceof Bounds.Exceeded;
        String detail = exceeded
                ? String.valueOf(broken.getMessage())
                : "It is damaged: " + reason(broken) + ". What follows cannot be read.";
        return Unread.of(
                        Candidate.unreadable(List.of(
                                Finding.error("read", exceeded ? "too-large" : "damaged-archive", detail, null))),
                        1)
                .with(from());
    }
}
