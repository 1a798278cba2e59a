package io.khabar.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagsTest {
    @ParameterizedTest
    @CsvSource({
        "ar, ar",
        "AR-sy, ar-SY",
        "zh-hant, zh-Hant",
        "zh-hant-tw, zh-Hant-TW",
        "sr-LATN-rs, sr-Latn-RS",
        "iw, he",
        "in, id",
        "deu, de",
        "arb, ar",
        "arb-SY, ar-SY",
        "pes, fa",
        "kmr, ku",
        "cmn-Hans, zh-Hans",
        "ckb, ckb",
        "arz, arz",
        "pnb, pnb",
        "sh, sh",
        "i-klingon, tlh",
        "art-lojban, jbo",
        "und, und",
        "x-khabar, x-khabar",
        "es-419, es-419",
        "de-1996, de-1996",
        "ar-u-nu-latn, ar-u-nu-latn"
    })
    void hasOneForm(String tag, String canonical) {
        assertEquals(canonical, LanguageTags.canonical(tag));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "ar_SY",
                "ar-",
                "-ar",
                "ar--SY",
                "ar SY",
                "ar-SY-SY",
                "arabiclanguage",
                "عربي",
                "ar-x-",
                "123",
                "ar-u-nu-latn-x-abcdefgh-abcdefgh-abcd"
            })
    void rejectsWhatIsNoTag(String tag) {
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> LanguageTags.canonical(tag));
        assertTrue(String.valueOf(thrown.getMessage()).startsWith("must be a BCP 47 language tag"));
    }

    @Property
    void aCanonicalTagStaysAsItIs(
            @ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 2, max = 3) String language,
            @ForAll @CharRange(from = 'A', to = 'Z') @StringLength(2) String region) {
        String canonical = LanguageTags.canonical(language + "-" + region);
        assertEquals(canonical, LanguageTags.canonical(canonical));
        assertTrue(canonical.endsWith("-" + region));
    }
}
