package io.khabar.article;

import io.khabar.http.Text;
import io.khabar.language.Direction;
import io.khabar.language.LanguageDetector;
import io.khabar.language.WordEnds;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be told of an article from its text alone. */
@Singleton
class Derivation {

    /** Fields that follow from the text: they are derived again whenever it changes, never taken over from elsewhere. */
    static final Set<String> FOLLOWS = Set.of("lead", "language", "direction", "titleDirection");

    private static final int LONGEST_LEAD = 300;

    private final LanguageDetector languages = new LanguageDetector();

    /** The language of title and body together; null where it cannot be told. */
    @Nullable String language(@Nullable String title, String body) {
        return languages.detect(title == null ? body : title + "\n" + body);
    }

    /** The lead of a text: its first paragraph, cut at a word's end to at most 300 code points. */
    static String lead(String body) {
        String text = Text.strip(body);
        int end = text.indexOf('\n');
        String first = Text.strip(end < 0 ? text : text.substring(0, end));
        return WordEnds.cut(first, LONGEST_LEAD);
    }

    /** The direction of a text, a word of {@link Direction}; left to right where it has no letter. */
    String direction(String text) {
        Direction direction = Direction.of(text);
        return (direction == null ? Direction.LTR : direction).word();
    }
}
