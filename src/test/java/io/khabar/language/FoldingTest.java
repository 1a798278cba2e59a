package io.khabar.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Süddeutsche  Zeitung | suddeutsche zeitung
            L'Orient-Le Jour     | l orient le jour
            STRASSE              | strasse
            straße               | strasse
            ＡＦＰ               | afp
            أنباء                | انباء
            إذاعة                | اذاعه
            آراء ٱ               | اراء ا
            مصطفى                | مصطفي
            ایسنا                | ايسنا
            کیهان                | كيهان
            مؤسسة شؤون           | موسسه شوون
            هيئة                 | هييه
            الشَّرْقُ            | الشرق
            ســانــا             | سانا
            قناة ٢٤              | قناه 24
            قناة ۲۴              | قناه 24
            \u200Fسانا\u200F     | سانا
            می‌شود               | ميشود
            (سانا)               | سانا
            ﺳﺎﻧﺎ                 | سانا
            Ёлка                 | елка
            Cœur Œuvre           | coeur oeuvre
            Łódź Wałęsa          | lodz walesa
            Malmø Næstved Æther  | malmo naestved aether
            Đoković Þór Ísafjörður | dokovic thor isafjordur
            Diyarbakır ışık      | diyarbakir isik
            """)
    void foldsToTheKey(String name, String key) {
        assertEquals(key, Folding.fold(name.translateEscapes()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "!?-", "\u200F", "ـ"})
    void leavesNothingOfPunctuationAndMarks(String name) {
        assertEquals("", Folding.fold(name));
    }

    @Test
    void keepsMarksThatSpellAWord() {
        assertNotEquals(Folding.fold("हिन्दी"), Folding.fold("हन्द"));
        assertNotEquals(Folding.fold("が"), Folding.fold("か"));
        assertEquals(Folding.fold("한국"), Folding.fold("한국"));
    }

    @Property
    void foldingAgainChangesNothing(@ForAll String name) {
        String key = Folding.fold(name);
        assertEquals(key, Folding.fold(key));
    }

    @Property
    void hasNoSpacesAtTheEndsOrDoubled(@ForAll String name) {
        String key = Folding.fold(name);
        assertEquals(key.strip(), key);
        assertFalse(key.contains("  "));
    }
}
