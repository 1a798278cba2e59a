package io.khabar.imports;

import io.khabar.http.JsonBody;
import io.khabar.http.ProblemException;
import io.khabar.imports.ImportReport.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Articles as JSON objects, one on each line; blank lines are none. */
final class NdjsonInput implements Input {

    private final LineInput lines;

    NdjsonInput(InputStream in) {
        this.lines = new LineInput(in, JsonArticles.LARGEST);
    }

    @Override
    public @Nullable Unread next() throws IOException {
        LineInput.Line line = lines.next();
        while (line != null && !line.tooLong() && line.isBlank()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        return line.tooLong()
                ? Unread.of(
                        Candidate.unreadable(List.of(Finding.error(
                                "read",
                                "too-large",
                                "The line has more than " + JsonArticles.LARGEST + " bytes.",
                                null))),
                        1)
                : new JsonLine(line.bytes().array(), line.number());
    }

    private static final class JsonLine implements Unread {

        private final byte[] bytes;
        private final long number;

        JsonLine(byte[] bytes, long number) {
            this.bytes = bytes;
            this.number = number;
        }

        @Override
        public Candidate read() {
            try {
                return JsonArticles.read(JsonBody.parseLine(bytes, number));
            } catch (ProblemException malformed) {
                return Candidate.unreadable(Finding.errors("read", malformed));
            }
        }

        @Override
        public int size() {
            return bytes.length;
        }
    }
}
