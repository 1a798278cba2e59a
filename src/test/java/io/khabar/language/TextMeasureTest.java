package io.khabar.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextMeasureTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                         | 0
            ' \\n\\t '                 | 0
            one                        | 1
            ' one  two\\nthree '       | 3
            أعلنت الحكومة خطة          | 3
            a\\u00A0b\\u2003c\\u3000d  | 4
            a\\u2028b                  | 2
            a\\u200Bb                  | 1
            - a                        | 2
            """)
    void countsWhatStandsBetweenWhiteSpace(String text, int words) {
        assertEquals(words, TextMeasure.words(unescape(text)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "200, 1", "201, 2", "400, 2", "1000000, 5000"})
    void roundsMinutesUp(int words, int minutes) {
        assertEquals(minutes, TextMeasure.readingMinutes(words));
    }

    @Property
    void countsEachWordOnce(@ForAll List<@AlphaChars @NotEmpty String> words) {
        assertEquals(words.size(), TextMeasure.words(String.join(" \n", words)));
    }

    private static String unescape(String text) {
        return java.util.regex.Pattern.compile("\\\\u([0-9A-F]{4})")
                .matcher(text)
                .replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)))
                .translateEscapes();
    }
}
