package io.khabar.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.imports.ImportReport.Finding;
import io.khabar.imports.text.MalformedTextException;
import io.khabar.imports.text.RawText;
import io.khabar.imports.text.RawTextDecoder;
import io.khabar.imports.text.RawTextReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Raw texts, parted by lines that are three or more dashes or equals signs and nothing else. */
final class TextInput implements Input {

    /** Largest raw text, in bytes: a body of a million code points, four bytes each. */
    static final int LIMIT = 4 * 1024 * 1024;

    private final LineInput lines;
    private final Predicate<String> isKnownSource;
    private boolean ended;

    /**
     * Reads texts.
     *
     * @param isKnownSource whether a line is the name or an alias of a source
     */
    TextInput(InputStream in, Predicate<String> isKnownSource) {
        this.lines = new LineInput(in, LIMIT);
        this.isKnownSource = isKnownSource;
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
                return of(text.toByteArray(), isKnownSource);
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

    /** One text. */
    static Unread of(byte[] utf8, Predicate<String> isKnownSource) {
        return new Unread() {
            @Override
            public Candidate read() {
                try {
                    return candidate(RawTextReader.read(RawTextDecoder.decode(utf8), isKnownSource));
                } catch (MalformedTextException malformed) {
                    return Candidate.unreadable(
                            List.of(Finding.error("read", "encoding", String.valueOf(malformed.getMessage()), null)));
                }
            }

            @Override
            public int size() {
                return utf8.length;
            }
        };
    }

    private static Candidate candidate(RawText raw) {
        String body = raw.body();
        if (body.isEmpty()) {
            return Candidate.unreadable(List.of(Finding.error("read", "empty", "The text has no paragraph.", "body")));
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode().put("body", body);
        return new Candidate(fields, raw.signature(), Set.of(), List.of("lead"), List.of(), false, List.of());
    }
}
