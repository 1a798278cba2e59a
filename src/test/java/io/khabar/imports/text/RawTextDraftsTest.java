package io.khabar.imports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.imports.draft.Draft;
import io.khabar.imports.draft.DraftAuthor;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts of raw texts: what is found of a title, a source and authors in them. */
class RawTextDraftsTest {

    private static final String SENTENCE = "أعلنت وزارة النقل خطة جديدة لإصلاح الطرق في المدينة القديمة.";

    @Test
    void haveATitleWhereTheFirstLineIsOne() {
        Draft draft = draft("خطة جديدة لطرق المدينة\n" + SENTENCE + "\n" + SENTENCE);
        assertEquals("خطة جديدة لطرق المدينة", draft.title());
        assertEquals(SENTENCE + "\n\n" + SENTENCE, draft.body());
        assertEquals(Set.of("title", "lead"), draft.derived());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "أعلنت وزارة النقل خطة.",
                "قال الوزير:",
                "هل تعود الطرق؟",
                "طرق",
                "- خطة جديدة لطرق المدينة",
                "1. The roads of the town",
                "By Martha Quill of Reuters",
                "© 2021 The Island Herald",
                "Daily Sabah with AA",
                "La rédaction avec agences",
                "RT Arabic - 14.09.2021",
                "الرياض 06 صفر 1443 هـ الموافق 13 سبتمبر 2021 م واس"
            })
    void haveNoneWhereItMayBeText(String first) {
        assertNull(draft(first + "\n" + SENTENCE + "\n" + SENTENCE).title());
    }

    @ParameterizedTest
    @ValueSource(strings = {"الرئيس في مقابلة مع رويترز", "An interview with AFP", "He says no at a meeting with AFP"})
    void haveATitleThatEndsWithAnAgency(String first) {
        assertEquals(first, draft(first + "\n" + SENTENCE + "\n" + SENTENCE).title());
    }

    @Test
    void haveNoneWhereALineWasBroken() {
        assertNull(draft("The council of the old town\nmet on Monday and spoke for three hours about the bridge.")
                .title());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "دمشق - سانا: | سانا",
                "دمشق ـ سانا: | سانا",
                "دمشق ـ سانا ـ | سانا",
                "بيروت - (أ ف ب): | أ ف ب",
                "حلب - صدى الشهباء: | صدى الشهباء",
                "بيروت (أ ف ب) - | أ ف ب",
                "القاهرة-رويترز: | رويترز",
                "واشنطن / الأناضول / | الأناضول",
                "LONDON (Reuters) - | Reuters",
                "WASHINGTON, Sept 14 (AP) — | AP",
                "(د ب أ) | د ب أ",
                "(رويترز) - | رويترز",
                "(Reuters) - | Reuters",
                "МОСКВА, 14 сен — ТАСС. | ТАСС",
                "القاهرة 14 سبتمبر 2021 (شينخوا) -- | شينخوا",
                "تونس 25 تموز/يوليو (أ ف ب) - | أ ف ب",
                "الدوحة في 13 سبتمبر /قنا/ | قنا",
                "الرياض 06 صفر 1443 هـ الموافق 13 سبتمبر 2021 م واس | واس",
                "الرياض 29 ربيع الأول 1443 ه 4 نوفمبر 2021م واس | واس",
                "(CNN) — | CNN"
            })
    void haveTheSourceOfADateline(String dateline, String source) {
        Draft draft = draft(dateline + " " + SENTENCE + SENTENCE);
        assertEquals(source, draft.sourceName());
        assertEquals(dateline + " " + SENTENCE + SENTENCE, draft.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "دمشق - خاص:",
                "بوتين - بايدن:",
                "موسكو - بوتين:",
                "WARNING (Spoilers) -",
                "UPDATE (Monday) -",
                "(عاجل)",
                "(Exclusive) -",
                "الرئيس - الوزير:",
                "وزير النقل السوري (زهير خزيم) يزور",
                "The mayor (Smith) - a lawyer - said:",
                "قال الوزير - وهو مهندس - إن",
                "Monday - Update:"
            })
    void haveNoSourceOfWhatIsNoDateline(String beginning) {
        assertNull(draft(beginning + " " + SENTENCE + SENTENCE).sourceName());
    }

    @Test
    void haveNoTitleWhereADatelineStandsAlone() {
        Draft draft = draft("دمشق ـ سانا\n" + SENTENCE + "\n" + SENTENCE);
        assertNull(draft.title());
        assertEquals("سانا", draft.sourceName());
        assertEquals(SENTENCE, draft.lead());
        assertTrue(draft.body().startsWith("دمشق ـ سانا\n\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Le Monde avec AFP | Le Monde",
                "Daily Sabah with agencies | Daily Sabah",
                "الجزيرة مع وكالات | الجزيرة",
                "الجزيرة مع الوكالات | الجزيرة"
            })
    void haveTheMediumThatWroteWithAgencies(String last, String source) {
        Draft draft = draft(SENTENCE + "\n" + SENTENCE + "\n" + last);
        assertEquals(source, draft.sourceName());
        assertEquals(SENTENCE + "\n\n" + SENTENCE, draft.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(رويترز)", "وكالة سانا", "المصدر: رويترز"})
    void haveTheSourceOfTheirFirstLine(String first) {
        Draft draft = draft(first + "\n" + SENTENCE + "\n" + SENTENCE);
        assertNotNull(draft.sourceName());
        assertEquals(SENTENCE + "\n\n" + SENTENCE, draft.body());
    }

    @Test
    void haveTheAuthorsOfABylineBehindATitle() {
        Draft draft = draft("خطة جديدة لطرق المدينة\nبقلم: ليلى الحموي\n" + SENTENCE + "\n" + SENTENCE);
        assertEquals(List.of(new DraftAuthor("ليلى الحموي", null)), draft.authors());
        assertEquals(SENTENCE + "\n\n" + SENTENCE, draft.body());
    }

    @Test
    void haveTheAuthorsOfABylineThatStandsFirst() {
        Draft draft = draft("By Tom Perry\n\nBEIRUT, Sept 10 (Reuters) - " + SENTENCE + "\n\n" + SENTENCE);
        assertNull(draft.title());
        assertEquals(List.of(new DraftAuthor("Tom Perry", null)), draft.authors());
        assertEquals("Reuters", draft.sourceName());
        assertEquals("BEIRUT, Sept 10 (Reuters) - " + SENTENCE + "\n\n" + SENTENCE, draft.body());
    }

    @Test
    void haveTheAgencyBehindTheByline() {
        Draft draft = draft("Floods kill 12 in the north\nBy John Smith and Mary O'Neil\nReuters\n" + SENTENCE);
        assertEquals("Floods kill 12 in the north", draft.title());
        assertEquals(
                List.of(new DraftAuthor("John Smith", null), new DraftAuthor("Mary O'Neil", null)), draft.authors());
        assertEquals("Reuters", draft.sourceName());
        assertEquals(SENTENCE, draft.body());
    }

    @Test
    void haveWhoWroteThemBehindATitle() {
        Draft draft = draft("قصف على ريف المدينة الجنوبي\nكتب: أحمد العلي\n" + SENTENCE + "\n" + SENTENCE);
        assertEquals("قصف على ريف المدينة الجنوبي", draft.title());
        assertEquals(List.of(new DraftAuthor("أحمد العلي", null)), draft.authors());
        assertEquals(SENTENCE + "\n\n" + SENTENCE, draft.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "عنب بلدي",
                "Al Jazeera",
                "Al Arabiya",
                "Le Monde",
                "RIA Novosti",
                "France 24",
                "The Syria Report",
                "(The New Arab)",
                "Süddeutsche Zeitung",
                "العربي الجديد",
                "CNN",
                "朝日新聞",
                "Российская газета",
                "Комсомольская правда",
                "Новости дня",
                "Голос города",
                "Le journal du dimanche",
                "the guardian",
                "la repubblica",
                "el país",
                "عين على المدينة"
            })
    void takeTheirLastLineForTheSourceWhereNothingElseNamesOne(String last) {
        Draft draft = RawTextReader.draftWithSource(SENTENCE + "\n" + SENTENCE + "\n" + last, name -> false);
        assertEquals(last.replace("(", "").replace(")", ""), draft.sourceName());
        assertEquals(SENTENCE + "\n\n" + SENTENCE, draft.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "عاد إلى بلده",
                "م ت/ط ع",
                "م ت - ط ع",
                "انتهای پیام/",
                "انتهای پیام",
                "// انتهى //",
                "La rédaction avec agences",
                "He came with Reuters",
                "شكرا لكم",
                "شكرا لكم.",
                "انتهى",
                "(يتبع)",
                "اقرأ المزيد",
                "بقلم ليلى الحموي",
                "كتب: سمير",
                "تصوير سمير الحلبي",
                "كان ذلك في العام الماضي",
                "وعاد الوفد أدراجه في المساء",
                "Read more",
                "By John Smith",
                "it ends here",
                "He was right",
                "The mayor has resigned",
                "the bridge is closed",
                "the bridge fell",
                "the end",
                "Le marché est fermé",
                "Le journal est mort",
                "Работы завершены",
                "Рынок откроют завтра",
                "Последние новости",
                "Главные новости",
                "Новости по теме",
                "Новости партнёров",
                "Вести о погоде",
                "la rédaction",
                "La Rédaction",
                "la redacción",
                "la redazione",
                "el final",
                "la fine",
                "новости дня",
                "حصل على الجائزة",
                "عين على رأس الوزارة",
                "14 أيلول 2021",
                "الاثنين 14 أيلول",
                "2021-09-14",
                "+963 11 123456",
                "90%",
                "https://news.example/a",
                "هل يعود؟"
            })
    void leaveInTheTextWhatIsPartOfIt(String last) {
        Draft draft = RawTextReader.draftWithSource(SENTENCE + "\n" + SENTENCE + "\n" + last, name -> false);
        assertNull(draft.sourceName());
        assertEquals(SENTENCE + "\n\n" + SENTENCE + "\n\n" + last, draft.body());
        assertEquals(List.of(), draft.findings());
    }

    @Test
    void assumeNoSourceAfterALineThatGoesOn() {
        assertNull(RawTextReader.draftWithSource("وصل الوفد إلى مدينة\nعنب بلدي", name -> false)
                .sourceName());
    }

    @Test
    void assumeNoSourceWhereADatelineNamesOne() {
        Draft draft =
                RawTextReader.draftWithSource("دمشق - سانا: " + SENTENCE + SENTENCE + "\nعنب بلدي", name -> false);
        assertEquals("سانا", draft.sourceName());
        assertTrue(draft.body().endsWith("عنب بلدي"));
    }

    private static Draft draft(String text) {
        return RawTextReader.draft(text, name -> false);
    }
}
