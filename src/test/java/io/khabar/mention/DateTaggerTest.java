package io.khabar.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.date.PartialDate;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTaggerTest {

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    @Test
    void readsANewsTextWithItsPublicationDate() {
        String text = """
                وصل الوفد إلى العاصمة في زيارة غير معلنة مساء أمس.
                وتسببت المعارك بنزوح الملايين منذ 2011، وهي غارقة في الحرب منذ عام 2011.
                وتسيطر على 90% من الأراضي، واستقبله يوم الاثنين في اجتماع هو الأول منذ 2015.
                وبدأ التدخل في البلاد عام 2015، ورسخ وجوده عام 2017، وتسلم الميناء لمدة 48 عاما مؤخراَ.""";
        assertEquals(
                List.of(
                        "مساء أمس = 2021-09-13 EVENING",
                        "منذ 2011 = 2011/.. SINCE",
                        "منذ عام 2011 = 2011/.. SINCE",
                        "يوم الاثنين = 2021-09-13 DAY",
                        "منذ 2015 = 2015/.. SINCE",
                        "عام 2015 = 2015 YEAR",
                        "عام 2017 = 2017 YEAR"),
                found(text, "ar", "2021-09-14").stream()
                        .map(mention -> mention.text() + " = " + mention.value() + " " + mention.kind())
                        .toList());
    }

    @Test
    void leavesARelativeDayUnresolvedForAReferenceThatIsNoDay() {
        for (String reference : List.of("2021-09", "2021", "2011/2015")) {
            Mention monday = only("يوم الاثنين", "ar", reference);
            assertNull(monday.value(), reference);
            assertTrue(monday.relative());
        }
    }

    @Test
    void resolvesWhatAMonthOrAYearIsEnoughFor() {
        assertEquals("2020", value("العام الماضي", "ar", "2021"));
        assertEquals("2021-08", value("الشهر الماضي", "ar", "2021-09"));
    }

    @ParameterizedTest
    @CsvSource({
        "هذا الشتاء, ar, 2024-01-17, 2023-12/2024-02",
        "هذا الشتاء, ar, 2024-12-01, 2024-12/2025-02",
        "this winter, en, 2024-02-29, 2023-12/2024-02",
        "this winter, en, 2024-03-01, 2024-12/2025-02",
        "this summer, en, 2024-01-17, 2024-06/2024-08"
    })
    void takesTheSeasonThatADayIsIn(String text, String language, String reference, String expected) {
        assertEquals(expected, value(text, language, reference));
    }

    @ParameterizedTest
    @CsvSource({
        "ar, منذ 2021-09-13T18:30:00Z, 2021-09-13/..",
        "en, since 2021-09-13T18:30:00Z, 2021-09-13/..",
        "en, 2021-09-13T18:30:00Z, 2021-09-13T18:30:00Z"
    })
    void beginsIntervalsWithTheDayOfAnInstant(String language, String text, String expected) {
        assertEquals(expected, value(text, language, "2021-09-14"));
    }

    @Test
    void takesTheDayOfAnInstantInTheGivenZone() {
        PartialDate published = PartialDate.parse("2021-09-13T22:30:00Z");
        Mention damascus = DateTagger.tag("أمس", "ar", published, ZoneId.of("Asia/Damascus"), null)
                .getFirst();
        Mention utc =
                DateTagger.tag("أمس", "ar", published, ZoneOffset.UTC, null).getFirst();
        assertEquals(PartialDate.parse("2021-09-13"), damascus.value());
        assertEquals(PartialDate.parse("2021-09-12"), utc.value());
    }

    @ParameterizedTest
    @CsvSource({
        "PAST, 2021-09-08, 2020-12-05",
        "FUTURE, 2021-09-15, 2021-12-05",
        "NEAREST, 2021-09-15, 2021-12-05",
        ", 2021-09-08, 2021-12-05"
    })
    void letsTheBiasChoose(@Nullable Bias bias, String wednesday, String december) {
        PartialDate tuesday = PartialDate.parse("2021-09-14");
        List<Mention> mentions = DateTagger.tag("يوم الأربعاء، ثم في 5 ديسمبر", "ar", tuesday, ZoneOffset.UTC, bias);
        assertEquals(PartialDate.parse(wednesday), mentions.getFirst().value());
        assertEquals(PartialDate.parse(december), mentions.getLast().value());
    }

    @Test
    void letsAGivenBiasBeatTheFutureOfAClause() {
        PartialDate tuesday = PartialDate.parse("2021-09-14");
        Mention thursday = DateTagger.tag(
                        "The talks will resume on Thursday.", "en", tuesday, ZoneOffset.UTC, Bias.PAST)
                .getFirst();
        assertEquals(PartialDate.parse("2021-09-09"), thursday.value());
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, 2016-05-12",
        "en-GB, 2016-12-05",
        "ar-SY, 2016-12-05",
        "fr, 2016-12-05",
        "de-DE, 2016-12-05",
        "es-MX, 2016-12-05"
    })
    void readsDayAndMonthInTheOrderOfTheRegion(String language, String expected) {
        assertEquals(expected, value("05/12/2016", language, "2021-09-14"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | 13. September 2021 | 2021-09-13",
                "de | Montag, 5. Mai 2014 | 2014-05-05",
                "es | 13 de septiembre de 2021 | 2021-09-13",
                "it | 13 settembre 2021 | 2021-09-13",
                "tr | 13 Eylül 2021 | 2021-09-13",
                "ru | 13 сентября 2021 | 2021-09-13",
                "ur | 13 ستمبر 2021 | 2021-09-13",
                "ckb-IQ | ١٣ی ئەیلوولی ٢٠٢١ | 2021-09-13",
                "ku-Arab | ١٣ی ئەیلوولی ٢٠٢١ | 2021-09-13",
                "kmr | 13ê Îlona 2021an | 2021-09-13",
                "zh | 2021年9月13日 | 2021-09-13",
                "zh | 总统于2021年9月13日抵达北京 | 2021-09-13",
                "zh | 他们于2011年开始 | 2011",
                "ja | 大統領は2021年9月13日に東京に到着した | 2021-09-13",
                "ja | バスは9月13日から運休する | 2021-09-13",
                "ko | 2021년 9월 13일 | 2021-09-13",
                "pt-BR | setembro de 2021 | 2021-09"
            })
    void readsOtherLanguagesByTheirMonthNames(String language, String text, String expected) {
        assertEquals(expected, value(text, language, "2021-09-14"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "منذ عام 2011 | 2011/..",
                "yesterday | 2021-09-13",
                "در ۱۵ مرداد ۱۴۰۰ گفت | 2021-08-06",
                "2021-09-01 | 2021-09-01"
            })
    void goesByTheScriptOfATextWithoutLanguage(String text, String expected) {
        assertEquals(expected, value(text, null, "2021-09-14"));
    }

    @Test
    void coversMarksAndSignsInsideWords() {
        String text = "قال \u202Bيو\u200Fم الإثــنَيْنِ\u202C إنه";
        Mention monday = only(text, "ar", "2021-09-14");
        assertEquals("يو\u200Fم الإثــنَيْنِ", monday.text());
        assertEquals(PartialDate.parse("2021-09-13"), monday.value());
        assertEquals(5, monday.start());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890",
                " ",
                "من ",
                "من 1 إلى ",
                "بين 2011 و",
                "خمسة وعشرين و",
                "يوم الاثنين ",
                "2011-",
                "1/2/",
                "( ",
                "\u200F\u064B",
                "سي",
                "قبل يومين وشهر و",
                "من عام 2011 إلى ",
                "و",
                "ل",
                "2021-09-13T10:",
                "مساء يوم أمس ",
                "10 و",
                "10، و12، و",
                "الأحد و",
                "14 / 9 / ",
                "سيعقد الأحد ",
                "الأشهر الثلاثة الأولى من ",
                "كل يوم جمعة و",
                "الأحد (",
                "القرنين الثامن عشر و",
                "اليوم 5 أشخاص ",
                "القانون 2017 ",
                "😀"
            })
    void takesTimeInProportionToHostileText(String piece) {
        takesLittleTime(piece, "ar");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "en, `Monday, `",
                "en, `from May to `",
                "en, `twenty-`",
                "en, `10, 11 and `",
                "en, `the first `",
                "en, `1st `",
                "en, `every Monday and `",
                "en, `Friday (`",
                "en, `the late 18th and `",
                "en, `3Q20 `",
                "en, `the three months to `",
                "fr, `du 1er au `",
                "fr, `lundi `",
                "fr, `le lundi et `",
                "fr, `quatre-vingt-`",
                "fa, `از سال `",
                "fa, `روز دوشنبه `",
                "fa, `بیست و `",
                "fa, `هر دوشنبه و `",
                "ckb, `١٣ی ئەیلوول `",
                "ku, `13'ê Îlonê `",
                "de, `13. `"
            })
    void takesTimeInProportionToHostileTextOfOtherLanguages(String language, String piece) {
        takesLittleTime(piece, language);
    }

    private static void takesLittleTime(String piece, String language) {
        String text = piece.repeat(1_000_000 / piece.length());
        // Processor time, because a busy machine is not the tagger's fault.
        long before = CPU.getCurrentThreadCpuTime();
        DateTagger.tag(text, language, null, ZoneOffset.UTC, null);
        Duration taken = Duration.ofNanos(CPU.getCurrentThreadCpuTime() - before);
        assertTrue(taken.toSeconds() < 10, () -> piece + " took " + taken);
    }

    private static List<Mention> found(String text, @Nullable String language, String reference) {
        return DateTagger.tag(text, language, PartialDate.parse(reference), ZoneOffset.UTC, null);
    }

    private static Mention only(String text, @Nullable String language, String reference) {
        List<Mention> mentions = found(text, language, reference);
        assertEquals(1, mentions.size(), mentions.toString());
        return mentions.getFirst();
    }

    private static String value(String text, @Nullable String language, String reference) {
        return String.valueOf(only(text, language, reference).value());
    }
}
