package io.khabar.search.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    private final Languages languages = new Languages();

    private String terms(String language, String text) {
        return languages.of(language).tokens(text).stream().map(Token::term).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "en, The ministers are running, minist run",
        "en-GB, elections, elect",
        "fr, les élections, election",
        "fr, l'économie, econom",
        "de, Häuser, haus",
        "es, las elecciones, eleccion",
        "tr, Türkiye'nin, türki",
        "ru, выборы, выбор",
        "fa, کتاب‌ها, كتاب",
        "ja, 東京都, 東京 京都",
        "xx, Foo Bär, foo bar",
        "en, ٢٠٢١ election, 2021 elect",
        "xx, २०२१, 2021",
        "en, News of the world, news world",
        "fr, des œuvres, oeuvr",
        "fr, des oeuvres, oeuvr",
        "da, Næstved, naestved",
    })
    void analysesEachLanguageInItsOwnWay(String language, String text, String expected) {
        assertEquals(expected, terms(language, text));
    }

    @Test
    void knowsWhichScriptsALanguageIsWrittenIn() {
        assertTrue(Languages.writes("ar", UnicodeScript.ARABIC));
        assertTrue(Languages.writes("fa", UnicodeScript.ARABIC));
        assertFalse(Languages.writes("en", UnicodeScript.ARABIC));
        assertTrue(Languages.writes("ja", UnicodeScript.HAN));
    }

    /** Also in languages of other scripts: a query's digits are those of its keyboard. */
    @Test
    void analysesNumbersInTheDigitsOfEveryScriptAlike() {
        List<Integer> zeros = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(cp -> Character.getType(cp) == Character.DECIMAL_DIGIT_NUMBER && Character.digit(cp, 10) == 0)
                .boxed()
                .toList();
        assertTrue(zeros.size() > 60, zeros::toString);
        List<String> others = new ArrayList<>();
        for (String language : Languages.analysed()) {
            for (int zero : zeros) {
                String year = "2021"
                        .codePoints()
                        .map(digit -> zero + digit - '0')
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
                if (!terms(language, year).equals("2021")) {
                    others.add("U+%04X in %s".formatted(zero, language));
                }
            }
        }
        assertEquals(List.of(), others);
    }

    @Test
    void servesManyThreadsAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> tasks = IntStream.range(0, 200)
                    .mapToObj(i -> (Callable<String>) () -> terms("en", "running number " + i))
                    .toList();
            List<Future<String>> results = threads.invokeAll(tasks);
            for (int i = 0; i < results.size(); i++) {
                assertEquals("run number " + i, results.get(i).get());
            }
        }
    }
}
