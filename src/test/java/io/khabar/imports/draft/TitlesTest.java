package io.khabar.imports.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitlesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Port reopens - The Herald",
                "Port reopens | herald.example",
                "The Herald: Port reopens",
                "Port reopens — Economy — The Herald",
                "The HERALD » Port reopens",
                "Port reopens"
            })
    void loseTheNameOfTheSite(String title) {
        String bare = Titles.bare(
                title.replace("Herald: ", "Herald : "),
                List.of("The Herald", "herald.example"),
                List.of("Port reopens"));
        assertEquals("Port reopens", bare);
    }

    @Test
    void keepDashesOfTheirOwn() {
        assertEquals("Strike over - at last", Titles.bare("Strike over - at last", List.of("The Herald"), List.of()));
        assertEquals("سوريا - روسيا", Titles.bare("سوريا - روسيا", List.of("سانا"), List.of()));
    }

    @Test
    void keepTheNameWhereThereIsNothingElse() {
        assertEquals("The Herald", Titles.bare("The Herald", List.of("The Herald"), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "港口在罢工十九天后重新开放_科技_港口网",
                "港口在罢工十九天后重新开放_教育频道_中国港口网",
                "港口在罢工十九天后重新开放-港口日报",
                "港口在罢工十九天后重新开放 _港口网",
                "港口在罢工十九天后重新开放_某某"
            })
    void loseTheNamesOfSiteAndSectionInChinese(String title) {
        assertEquals("港口在罢工十九天后重新开放", Titles.bare(title, List.of("某某"), List.of()));
    }

    @Test
    void keepUnderscoresAndDashesOfTheirOwn() {
        String title = "港口在罢工十九天后重新开放_专家称影响有限而且短暂";
        assertEquals(title, Titles.bare(title, List.of("某某"), List.of()));
        assertEquals("港口-城市", Titles.bare("港口-城市", List.of(), List.of()));
        assertEquals("snake_case in 港口网", Titles.bare("snake_case in 港口网", List.of(), List.of()));
    }

    @Test
    void loseTheLastPartWhereItIsShort() {
        assertEquals(
                "Port reopens after long strike", Titles.withoutTail("Port reopens after long strike – My website"));
        assertEquals("Strike over - at last", Titles.withoutTail("Strike over - at last"));
        assertEquals("Port", Titles.withoutTail("Port"));
    }
}
