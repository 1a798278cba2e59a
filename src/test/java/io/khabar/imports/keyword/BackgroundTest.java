package io.khabar.imports.keyword;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.search.text.Languages;
import io.khabar.search.text.Token;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackgroundTest {
    private final Languages languages = new Languages();

    private Background background(String language) {
        return Background.of(language, languages.of(language));
    }

    /** The names of months and weekdays, as the JDK knows them. */
    @ParameterizedTest
    @ValueSource(strings = {"ar", "ar-SY", "ar-TN", "en", "fr", "ru", "de", "es", "tr", "ur", "it", "pt", "fa"})
    void knowsTheNamesOfMonthsAndWeekdays(String tag) {
        String language = Languages.primary(tag);
        Locale locale = Locale.forLanguageTag(tag);
        Background background = background(language);
        List<String> names = Stream.concat(
                        Stream.of(Month.values()).map(month -> month.getDisplayName(TextStyle.FULL, locale)),
                        Stream.of(DayOfWeek.values()).map(day -> day.getDisplayName(TextStyle.FULL, locale)))
                .toList();
        List<String> missing = names.stream()
                .flatMap(name -> languages.of(language).tokens(name).stream())
                .map(Token::term)
                .filter(stem -> stem.length() > 2 && background.weight(stem) > 0)
                .toList();
        assertEquals(List.of(), missing);
    }

    @ParameterizedTest
    @CsvSource({
        "ar, قال",
        "en, said",
        "fr, déclaré",
        "fa, گفت",
        "ru, сообщил",
        "de, sagte",
        "es, dijo",
        "tr, belirtti",
        "ur, بتایا",
        "it, dichiarato",
        "pt, disse",
        "ckb, ڕایگەیاند",
        "ku, gotin"
    })
    void knowsHowNewsSpeaks(String language, String verb) {
        Background background = background(language);
        List<Token> tokens = languages.of(language).tokens(verb);
        assertTrue(tokens.stream().allMatch(token -> background.weight(token.term()) == 0), tokens::toString);
        assertFalse(background.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sw", "", "x-none"})
    void isEmptyForOtherLanguages(String language) {
        assertTrue(background(language).isEmpty());
    }
}
