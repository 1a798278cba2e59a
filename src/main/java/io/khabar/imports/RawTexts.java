package io.khabar.imports;

import io.khabar.imports.ImportReport.Finding;
import io.khabar.imports.draft.Draft;
import io.khabar.imports.encoding.Encodings;
import io.khabar.imports.text.MalformedTextException;
import io.khabar.imports.text.RawTextDecoder;
import io.khabar.imports.text.RawTextReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How the raw texts of an import are read.
 *
 * @param charset the encoding that the client says; null where it says none. UTF-8 is read strictly, as it shows whether it
 *     is that, and where nothing is said and it is not, what it is in is guessed
 * @param sourceWanted whether nothing else says what the source is
 * @param isKnownSource whether a line is the name or an alias of a source
 */
record RawTexts(@Nullable String charset, boolean sourceWanted, Predicate<String> isKnownSource) {

    /**
     * Checks that bytes are a text.
     *
     * @throws MalformedTextException where they are not UTF-8 and should be
     */
    void check(byte[] bytes) {
        decoded(bytes);
    }

    /** One text. */
    Unread of(byte[] bytes) {
        return new Unread() {
            @Override
            public Candidate read() {
                try {
                    return candidate(bytes);
                } catch (MalformedTextException malformed) {
                    return Candidate.unreadable(
                            List.of(Finding.error("read", "encoding", String.valueOf(malformed.getMessage()), null)));
                }
            }

            @Override
            public int size() {
                return bytes.length;
            }
        };
    }

    private Candidate candidate(byte[] bytes) {
        Encodings.Decoded decoded = decoded(bytes);
        Candidate read = candidate(decoded.text());
        List<Finding> findings = new ArrayList<>();
        if (decoded.guessed()) {
            findings.add(Finding.warning(
                    "read",
                    "encoding-guessed",
                    "Nothing says its encoding, and it is not UTF-8: it was read as " + decoded.encoding() + ".",
                    "body"));
        }
        if (decoded.damaged()) {
            findings.add(Finding.warning(
                    "read", "damaged-text", "Not all of the text is " + decoded.encoding() + ".", "body"));
        }
        return read.with(findings);
    }

    private Encodings.Decoded decoded(byte[] bytes) {
        if (!isUtf8(bytes)) {
            return Encodings.plain(bytes, charset);
        }
        try {
            return new Encodings.Decoded(RawTextDecoder.decode(bytes), Form.UTF_8, false, false);
        } catch (MalformedTextException malformed) {
            Encodings.Decoded guessed = charset == null ? Encodings.guess(bytes) : null;
            if (guessed == null) {
                throw malformed;
            }
            return guessed;
        }
    }

    private Candidate candidate(String text) {
        Draft draft = sourceWanted
                ? RawTextReader.draftWithSource(text, isKnownSource)
                : RawTextReader.draft(text, isKnownSource);
        return Drafts.candidate(draft);
    }

    private boolean isUtf8(byte[] bytes) {
        return (charset == null || charset.equals(Form.UTF_8)) && Encodings.wide(bytes, null) == null;
    }
}
