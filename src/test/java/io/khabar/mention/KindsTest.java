package io.khabar.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.khabar.date.PartialDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a mention beside its value: which sort of time it is, and whether it counts from the day of the text. */
class KindsTest {

    private static final String ARABIC = """
            DAY      | false | افتتح المعرض في «13 أيلول 2021» رسميا.
            DAY      | true  | افتتح المعرض «يوم الاثنين» رسميا.
            DAY      | true  | افتتح المعرض «أمس» رسميا.
            DAWN     | true  | وقع الانفجار «فجر اليوم» قرب السوق.
            MORNING  | true  | غادر «صباح الاثنين» إلى القاهرة.
            NOON     | true  | غادر «ظهر أمس» إلى القاهرة.
            AFTERNOON | true | غادر «عصر أمس» إلى القاهرة.
            EVENING  | true  | وصل إلى المدينة «مساء أمس» في زيارة.
            NIGHT    | true  | سقطت قذائف «ليلة أمس» على الحي.
            WEEK     | true  | ارتفعت الأسعار «الأسبوع الماضي» كثيرا.
            WEEKEND  | true  | زار القرية في «نهاية الأسبوع» مع أسرته.
            MONTH    | false | ارتفعت الأسعار في «كانون الثاني 2017» كثيرا.
            MONTH    | true  | ارتفعت الأسعار «الشهر الجاري» كثيرا.
            QUARTER  | false | ارتفعت الأسعار في «الربع الثالث من عام 2016» كثيرا.
            HALF     | false | ارتفعت الأسعار في «النصف الأول من 2017» كثيرا.
            SEASON   | false | كان الجفاف في «صيف 2016» قاسيا.
            YEAR     | false | تأسست البلدية «عام 2017» بقانون.
            YEAR     | true  | تأسست البلدية «العام الماضي» بقانون.
            DECADE   | true  | ظهرت الحركة في «تسعينيات القرن الماضي».
            CENTURY  | false | بنيت القلعة في «القرن التاسع عشر».
            INSTANT  | false | سجل بتاريخ «2021-09-13T18:30:00Z» في الدائرة.
            RANGE    | false | امتدت الحرب «بين عامي 2011 و2015» بلا توقف.
            SINCE    | false | لم تهدأ الحرب «منذ 2011».
            UNTIL    | false | استمر العقد «حتى 2015».
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ARABIC)
    void areToldOfEachMention(Kind kind, boolean relative, String marked) {
        String text = marked.replaceAll("[«»]", "");
        List<Mention> mentions = DateTagger.tag(text, "ar", PartialDate.parse("2021-09-14"), ZoneOffset.UTC, null);
        assertEquals(1, mentions.size(), mentions::toString);
        Mention mention = mentions.getFirst();
        assertEquals(marked.replaceAll(".*«|».*", ""), mention.text());
        assertEquals(kind, mention.kind());
        assertEquals(relative, mention.relative());
    }

    @Test
    void areAllInTheTable() {
        Set<Kind> told = EnumSet.noneOf(Kind.class);
        ARABIC.lines().forEach(row -> told.add(Kind.valueOf(row.split(" ", -1)[0])));
        assertEquals(EnumSet.copyOf(Arrays.asList(Kind.values())), told);
    }
}
