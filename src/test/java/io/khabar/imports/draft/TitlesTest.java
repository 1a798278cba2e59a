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
}
