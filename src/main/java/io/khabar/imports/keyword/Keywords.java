package io.khabar.imports.keyword;

import io.khabar.language.WordEnds;
import io.khabar.search.text.Languages;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a text is about: the words, names and terms of several words that it uses more than news does. Words count by their
 * stems, and are given in the form that they have most often. Linear in the length of the text; instances serve many threads.
 */
public final class Keywords {
    /** What a text is about, it says within that. */
    private static final int SAMPLE = 20_000;

    private static final int LONGEST_TITLE = 500;

    private static final String ARABIC = "ar";
    /** Those that have a background or an analysis of their own; there is one reader for all others. */
    private static final Set<String> KNOWN =
            Stream.concat(Languages.analysed().stream(), Stream.of("ku", "ur")).collect(Collectors.toUnmodifiableSet());

    private final Languages languages = new Languages();
    private final Map<String, WordReader> readers = new ConcurrentHashMap<>();

    /**
     * At most ten keywords, the one that says most first; fewer for short texts.
     *
     * @param title the title; null where there is none
     * @param language the text's language, BCP 47; null where it is unknown: then words are compared without endings, and
     *     in scripts that have capitals only names are keywords
     */
    public List<String> of(@Nullable String title, String body, @Nullable String language) {
        String primary = language == null ? "" : Languages.primary(language);
        WordReader reader = readers.computeIfAbsent(
                KNOWN.contains(primary) ? primary : "",
                known -> new WordReader(known, languages.of(known.isEmpty() ? null : known)));
        boolean arabic = primary.equals(ARABIC);
        String head = title == null ? "" : WordEnds.cut(title, LONGEST_TITLE) + "\n\n";
        String sample = WordEnds.cut(body, SAMPLE);
        if (arabic) {
            head = ArabicForms.withoutMarks(head);
            sample = ArabicForms.withoutMarks(sample);
        }
        String text = head + sample;
        List<Word> words = reader.words(text, head.length());
        return Choice.of(Terms.of(words, text, head.length(), arabic), Forms.of(primary), reader.knowsWords());
    }
}
