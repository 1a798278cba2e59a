package io.khabar.imports.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Inputs of all kinds, languages and encodings, each beside what is read from it. */
class CorpusTest {

    static List<CorpusInput> inputs() throws IOException {
        return CorpusInput.all();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void readsWhatIsExpected(CorpusInput input) throws IOException {
        assertEquals(input.expected(), input.read());
    }

    @Test
    void isLargeEnough() throws IOException {
        assertTrue(inputs().size() >= 40);
    }
}
