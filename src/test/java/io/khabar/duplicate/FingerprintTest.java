package io.khabar.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.search.text.Shingles;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final String ARABIC =
            "أعلنت وزارة التربية يوم الاثنين عن موعد بدء العام الدراسي الجديد في كل المحافظات،"
                    + " وقالت الوزارة إن المدارس مفتوحة منذ شهر وإن الكتب توزع على التلاميذ في الأسبوع الأول، على أن تبدأ"
                    + " الامتحانات في شهر كانون الأول المقبل";

    private static Fingerprint of(String body) {
        return Fingerprint.of(null, body);
    }

    private static boolean copies(String one, String other) {
        return of(one).meets(of(other)) && of(one).isLike(of(other));
    }

    @Test
    void takesNoNoticeOfHowAWordIsWritten() {
        String written = ARABIC.replace('أ', 'ا')
                .replace('ة', 'ه')
                .replace("الدراسي", "الدّراسـي")
                .replace("،", " -");
        assertNotEquals(ARABIC, written);
        assertEquals(of(ARABIC).hash(), of(written).hash());
        assertEquals(of(ARABIC).bands(), of(written).bands());
        assertTrue(copies(ARABIC, written));
    }

    @Test
    void takesNoNoticeOfTitlesOfLongTexts() {
        assertEquals(
                Fingerprint.of("one", ARABIC).hash(),
                Fingerprint.of("two", ARABIC).hash());
    }

    @Test
    void knowsAShortTextOnlyIfItIsTheSameWithItsTitle() {
        String brief = Stories.text(1, Fingerprint.SHORT - 1);
        assertTrue(copies(brief, brief.toUpperCase(java.util.Locale.ROOT) + "!"));
        assertFalse(copies(brief, Stories.edited(brief, 1, 0)));
        assertFalse(copies(brief, brief + " more"));
        assertTrue(Fingerprint.of("title", brief).isLike(Fingerprint.of("Title", brief)));
        assertFalse(Fingerprint.of("title", brief).isLike(Fingerprint.of("other", brief)));
        assertFalse(Fingerprint.of("title", brief).isLike(of(brief)));
    }

    @Test
    void comparesTextsWithoutWordsWithNothing() {
        assertFalse(copies("!", "!"));
        assertFalse(of("...").isLike(of("...")));
    }

    @Test
    void comparesTheBeginningOfALongText() {
        String beginning = Stories.text(1, 4_000);
        assertTrue(beginning.length() > Fingerprint.COMPARED);
        assertEquals(of(beginning + " one").hash(), of(beginning + " two").hash());
    }

    @Property(tries = 300)
    void findsAllButFewOfThoseThatAreMostlyTheSame(@ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        String story = Stories.text(seed, 100);
        // Of 98 shingles 20 are others: the index is 78 / 118, and one in 300 such pairs would be missed.
        String copy = Stories.edited(story, 20, seed);
        assertTrue(Shingles.of(story).shared(Shingles.of(copy)) > 0.65);
        assertTrue(of(story).isLike(of(copy)));
        assertTrue(copies(story, Stories.edited(story, 5, seed)));
    }

    @Property(tries = 200)
    void agreesWithTheShinglesOfTheTexts(
            @ForAll @IntRange(min = 0, max = 1_000) int seed, @ForAll @IntRange(min = 0, max = 60) int words) {
        String story = Stories.text(seed, 60);
        String other = Stories.edited(story, words, seed);
        boolean alike = Shingles.of(story).shared(Shingles.of(other)) >= Fingerprint.ALIKE;
        assertEquals(alike, of(story).isLike(of(other)));
        assertEquals(alike, of(other).isLike(of(story)));
    }

    @Test
    void tellsOtherStoriesApartWithoutComparingThem() {
        int met = 0;
        for (int i = 0; i < 200; i++) {
            for (int j = 0; j < i; j++) {
                met += of(Stories.text(i, 40)).meets(of(Stories.text(j, 40))) ? 1 : 0;
            }
        }
        assertTrue(met < 3, "bands of " + met + " pairs meet");
    }
}
