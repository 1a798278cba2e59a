package io.khabar.imports;

import io.khabar.imports.ImportReport.Finding;
import io.khabar.imports.draft.Draft;
import io.khabar.imports.encoding.Encodings;
import io.khabar.imports.text.MalformedTextException;
import io.khabar.imports.text.RawTextDecoder;
import io.khabar.imports.text.RawTextReader;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How the raw texts of an import are read.
 *
 * @param charset the encoding, where it is another than UTF-8. UTF-8 is read strictly, as it shows whether it is that
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
        if (isUtf8(bytes)) {
            RawTextDecoder.decode(bytes);
        }
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
        if (isUtf8(bytes)) {
            return candidate(RawTextDecoder.decode(bytes));
        }
        Encodings.Decoded decoded = Encodings.plain(bytes, charset);
        Candidate read = candidate(decoded.text());
        return decoded.damaged()
                ? read.with(List.of(Finding.warning(
                        "read", "damaged-text", "Not all of the text is " + decoded.encoding() + ".", "body")))
                : read;
    }

    private Candidate candidate(String text) {
        Draft draft = sourceWanted
                ? RawTextReader.draftWithSource(text, isKnownSource)
                : RawTextReader.draft(text, isKnownSource);
        return Drafts.candidate(draft);
    }

    private boolean isUtf8(byte[] bytes) {
        return charset == null && Encodings.wide(bytes, null) == null;
    }
}
