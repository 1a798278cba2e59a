package io.khabar.imports.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylinesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "By Martha Quill | Martha Quill",
                "By Martha Quill and Tom Reed | Martha Quill;Tom Reed",
                "Martha Quill, Tom Reed | Martha Quill;Tom Reed",
                "Martha Quill, Reuters, Cairo | Martha Quill",
                "By Martha Quill March 25, 2015 | Martha Quill",
                "بقلم: ليلى الحموي | ليلى الحموي",
                "كتب سامر الحلبي | سامر الحلبي",
                "إعداد: ليلى الحموي، سامر الحلبي | ليلى الحموي;سامر الحلبي",
                "Par Claire Morvan et Jean Blanc | Claire Morvan;Jean Blanc",
                "بقلم: أحمد علي ومحمد حسن | أحمد علي;محمد حسن",
                "بقلم: أحمد علي وليد حسن | أحمد علي وليد حسن",
                "By Jane Doe in Beirut | Jane Doe",
                "بقلم: أحمد علي في بيروت | أحمد علي",
                "Smith, John | Smith, John",
                "By Kooman, F. | Kooman, F.",
                "O’Brien, Conan | O’Brien, Conan",
                "van Dyke, Mary Ann | van Dyke, Mary Ann",
                "Dyke, Mary van | Dyke, Mary van",
                "AFP, Beirut | AFP",
                "Procter & Gamble | Procter & Gamble",
                "Martha Quill & Tom Reed | Martha Quill;Tom Reed",
                "Claire Morvan (avec Jean Blanc et Luc Petit) | Claire Morvan",
                "By Martha Quill on Jun 27, 2014 | Martha Quill",
                "Martha Quill Monday, March 2, 2015 | Martha Quill",
                "Martha Quill, Executive Editor | Martha Quill",
                "Martha Quill, staff reporter at The Port | Martha Quill",
                "Martha Quill — | Martha Quill"
            })
    void nameAuthors(String line, String names) {
        assertEquals(List.of(names.split(";", -1)), Bylines.names(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Smith, John | Smith, John",
                "Mac & i | Mac & i",
                "Claire Morvan (avec Jean Blanc et Luc Petit) | Claire Morvan (avec Jean Blanc et Luc Petit)",
                "50 Cent | 50 Cent",
                "R2 D.2 | R2 D.2",
                "Agent 47 | Agent 47",
                "Z | Z",
                "bell hooks | bell hooks",
                "By Martha Quill — | Martha Quill",
                "quill@news.example (Martha Quill) | Martha Quill",
                "Martha Quill (quill@news.example) | Martha Quill",
                "quill@news.example |",
                "https://news.example/quill |",
                "@quill |",
                "12 |"
            })
    void areOneNameInAFieldForOne(String written, @Nullable String name) {
        assertEquals(name, Bylines.name(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12",
                "https://news.example/quill",
                "quill@news.example",
                "by the river they met again and again",
                "?"
            })
    void nameNobodyInWhatIsNoName(String line) {
        assertEquals(List.of(), Bylines.names(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "By Martha Quill",
                "بقلم: ليلى الحموي",
                "Par Claire Morvan",
                "By Bashar al-Assad and Ludwig van Dyke",
                "Par Valéry d'Estaing",
                "Von Ursula von der Leyen"
            })
    void areLines(String line) {
        assertTrue(Bylines.isByline(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "By Monday",
                "By Monday evening",
                "Martha Quill",
                "By Rail Across the Balkans",
                "Von Berlin nach Rom",
                "By the end of the year all of it was gone",
                "كتب الرئيس رسالة إلى نظيره"
            })
    void areNotSeenInText(String line) {
        assertFalse(Bylines.isByline(line));
    }
}
