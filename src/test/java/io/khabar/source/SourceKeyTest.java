package io.khabar.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceKeyTest {
    private static final String SHAPE = "^[a-z0-9][a-z0-9-]{0,62}$";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Syria News             | syria-news
            L'Orient-Le Jour       | lorient-le-jour
            Süddeutsche Zeitung    | suddeutsche-zeitung
            سيريانيوز              | siryanews
            سانا                   | sana
            رويترز                 | reuters
            العربية                | al-arbiya
            روسيا اليوم            | rusya-al-yawm
            وكالة الأنباء السورية  | wkala-al-anba-al-suriya
            روزنامه کیهان          | ruznamh-kihan
            Коммерсантъ            | kommersant
            新华社                 | xin-hua-she
            हिन्दू                   | hindu
            '  --a--  '            | a
            !!!                    | source
            ''                     | source
            🔥                     | source
            """)
    void spellsTheNameInLatinLetters(String name, String key) {
        assertEquals(key, SourceKey.slug(name));
    }

    @Test
    void neverLooksLikeAnId() {
        String id = "0190163d-8694-739b-aea5-966c26f8ad91";
        assertEquals("source-" + id, SourceKey.slug(id));
    }

    @Test
    void cutsALongName() {
        assertEquals("a".repeat(63), SourceKey.slug("a".repeat(200)));
        assertEquals("a".repeat(62), SourceKey.slug("a".repeat(62) + " news"));
    }

    @Test
    void numbersWithinTheLimit() {
        assertEquals("sana-2", SourceKey.numbered("sana", 2));
        assertEquals("a".repeat(60) + "-12", SourceKey.numbered("a".repeat(63), 12));
    }

    @Property
    void alwaysIsAKey(@ForAll String name, @ForAll @IntRange(min = 1) int n) {
        String key = SourceKey.slug(name);
        assertTrue(key.matches(SHAPE), key);
        assertTrue(SourceKey.numbered(key, n).matches(SHAPE), key);
        assertEquals(key, SourceKey.slug(key));
    }

    @Property(tries = 100)
    void anIdInAnyCaseIsNoKey(@ForAll long high, @ForAll long low) {
        String id = new UUID(high, low).toString();
        String key = SourceKey.slug(id.toUpperCase(java.util.Locale.ROOT));
        assertThrows(IllegalArgumentException.class, () -> UUID.fromString(key));
    }
}
