package io.khabar.imports;

import io.khabar.imports.ImportReport.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Raw texts, parted by lines that are three or more dashes or equals signs and nothing else. */
final class TextInput implements Input {

    /** Largest raw text, in bytes: a body of a million code points, four bytes each. */
    static final int LIMIT = 4 * 1024 * 1024;

    private final LineInput lines;
    private final RawTexts texts;
    private boolean ended;

    TextInput(InputStream in, RawTexts texts) {
        this.lines = new LineInput(in, LIMIT);
        this.texts = texts;
    }

    @Override
    public @Nullable Unread next() throws IOException {
        while (!ended) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            boolean tooLong = false;
            boolean blank = true;
            LineInput.Line line = lines.next();
            while (line != null && !isSeparator(line)) {
                blank &= line.isBlank();
                tooLong |= line.tooLong() || text.size() + line.bytes().limit() >= LIMIT;
                if (!tooLong) {
                    text.write(line.bytes().array(), 0, line.bytes().limit());
                    text.write('\n');
                }
                line = lines.next();
            }
            ended = line == null;
            if (tooLong) {
                return Unread.of(
                        Candidate.unreadable(List.of(Finding.error(
                                "read", "too-large", "The text has more than " + LIMIT + " bytes.", null))),
                        1);
            }
            // Nothing before the first separator, or behind the last one, is no text.
            if (!blank) {
                return texts.of(text.toByteArray());
            }
        }
        return null;
    }

    private static boolean isSeparator(LineInput.Line line) {
        int length = line.bytes().limit();
        while (length > 0 && line.bytes().get(length - 1) == ' ') {
            length--;
        }
        byte first = length < 3 ? 0 : line.bytes().get(0);
        if (first != '-' && first != '=') {
            return false;
        }
        for (int i = 1; i < length; i++) {
            if (line.bytes().get(i) != first) {
                return false;
            }
        }
        return true;
    }
}
