package io.khabar.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {
    private final LanguageDetector detector = new LanguageDetector();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ar  | أعلنت الحكومة خطة جديدة لإصلاح الطرق في المدينة
            ar  | خبر عاجل
            ar  | Apple تعلن عن هاتف جديد في 2021
            ar  | رئیس الجمهوریة یستقبل وزیر الخارجیة فی القصر
            fa  | رئیس جمهور روز دوشنبه وارد تهران شد
            fa  | رئيس جمهور روز دوشنبه با وزير خارجه گفتگو كرد
            ur  | وزیر خارجہ نے کہا ہے کہ مذاکرات کامیاب رہے
            ckb | سەرۆکی هەرێمی کوردستان لە هەولێر پێشوازی لە شاندێک کرد
            ku  | Serokê Kurdistanê li Hewlêrê bi şandeke bilind re civiya
            ps  | د افغانستان ولسمشر نن ورځ په کابل کې له خبریالانو سره خبرې وکړې
            sd  | وزير چيو ته ڳالهيون ڪامياب ٿي ويون آهن
            ug  | بۈگۈن ئۈرۈمچىدە يېڭى كۆرگەزمە ئېچىلدى
            tr  | Cumhurbaşkanı Ankara'da gazetecilere açıklama yaptı.
            az  | Prezident bazar ertəsi Bakıya gəldi.
            en  | The president arrived on Monday.
            en  | UK inflation falls to 2.1%
            fr  | L'Assemblée nationale adopte le projet de loi sur la sécurité
            fr  | La forêt brûle près de la côte, l'incendie a été maîtrisé dans l'île
            de  | Der Präsident ist am Montag in Berlin eingetroffen.
            es  | El presidente llegó a Madrid el lunes.
            pt  | O presidente chegou a Lisboa na segunda-feira.
            it  | Il presidente è arrivato a Roma lunedì.
            nl  | De president is maandag in Amsterdam aangekomen.
            sv  | Presidenten anlände till Stockholm på måndagen.
            no  | Presidenten ankom til Oslo på mandag.
            pl  | Prezydent przybył w poniedziałek do Warszawy.
            ru  | Президент прибыл в Москву в понедельник.
            uk  | Президент прибув до Києва у понеділок.
            bg  | Президентът пристигна в София в понеделник.
            sr  | Председник је у понедељак стигао у Београд.
            kk  | Президент дүйсенбі күні Астанаға келді.
            he  | הנשיא הגיע לירושלים ביום שני
            el  | Ο πρόεδρος έφτασε στην Αθήνα
            hy  | Նախագահը ժամանեց Երևան
            th  | ประธานาธิบดีเดินทางถึงกรุงเทพ
            hi  | राष्ट्रपति सोमवार को दिल्ली पहुंचे
            mr  | राष्ट्राध्यक्ष सोमवारी मुंबईत दाखल झाले
            bn  | রাষ্ট্রপতি সোমবার ঢাকায় পৌঁছেছেন
            zh  | 总统周一抵达北京
            ja  | 大統領は月曜日に東京に到着した
            ko  | 대통령이 월요일 서울에 도착했다
            he  | לא
            el  | Όχι
            th  | ข่าว
            ar  | إدلب
            ar  | القاهرة
            """)
    void tellsTheLanguageOfASentence(String language, String sentence) {
        assertEquals(language, detector.detect(sentence));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "12:30 - 2021!",
                "🔥🔥",
                "OK",
                "Berlin",
                "Hello",
                "من",
                "Al Jazeera",
                "Oil price",
                "Bonjour",
                "û",
                "10 Ω",
                "א",
                "中",
                "Зенит",
                "ة",
                "في",
                "ک",
                "پ",
                "تهران",
                "ایران",
                "3 - 1 (ي)"
            })
    void saysNothingWhereTheTextIsTooLittleToTell(String text) {
        assertNull(detector.detect(text));
    }

    @Test
    void goesByTheStartOfALongText() {
        String arabic = "أعلنت الحكومة خطة جديدة لإصلاح الطرق في المدينة. ".repeat(100);
        assertEquals("ar", detector.detect(arabic + "The president arrived on Monday. ".repeat(1_000)));
    }

    @Test
    void doesNotCutACharacterInTwoAtTheEndOfTheSample() {
        assertEquals("zh", detector.detect("𠀀".repeat(2_500)));
    }

    @Test
    void answersManyThreadsAlike() throws Exception {
        Callable<List<String>> ask = () -> List.of(
                String.valueOf(detector.detect("The president arrived on Monday.")),
                String.valueOf(detector.detect("Il presidente è arrivato a Roma lunedì.")));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<String>> answer : threads.invokeAll(java.util.Collections.nCopies(64, ask))) {
                assertEquals(List.of("en", "it"), answer.get());
            }
        }
    }
}
