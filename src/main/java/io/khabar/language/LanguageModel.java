package io.khabar.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/** OpenNLP's model of 103 languages, asked only for those that are written in the script at hand. */
final class LanguageModel {
    private static final Map<UnicodeScript, Set<String>> BY_SCRIPT = Map.of(
            UnicodeScript.ARABIC, codes("ara fas pes"),
            UnicodeScript.CYRILLIC, codes("bak bel bul che kaz kir mkd mon rus srp tat tgk ukr"),
            UnicodeScript.DEVANAGARI, codes("hin mar nep san"),
            UnicodeScript.LATIN, codes("""
                    afr ast aze bos bre cat ceb ces cym dan deu ekk eng epo est eus fao fin fra fry gle glg
                    gsw hrv hun ind isl ita jav lat lav lim lit ltz lvs min mlt mri msa nan nds nld nno nob
                    oci plt pol por ron slk slv som spa sqi sun swa swe tgl tur uzb vie vol war zul"""));

    /**
     * Languages with little news and a larger sibling, with which the model confuses short texts: they must be clearer.
     * Persian is among them because a Persian text without a letter that Arabic lacks is rare.
     */
    private static final Set<String> SMALL = codes("""
            afr ast bak bos bre ceb che epo eus fao fas fry glg gsw jav lat lim ltz min mri msa nan nds nno oci pes
            plt san sun tat vol war""");

    private static final double SMALL_WEIGHT = 0.88;
    /** In chars. The model takes about 2 µs for each, and gets no better after a paragraph. */
    private static final int SAMPLE = 600;
    /** How much likelier than the next language the best one must be; the model's figures lie close together. */
    private static final double CLEAR_LEAD = 1.04;

    /** Names by which the web knows what ISO 639-3 splits or the shortening of codes leaves alone. */
    private static final Map<String, String> WEB_CODES = Map.of("nob", "no", "tgl", "fil");

    private LanguageModel() {}

    /** The likeliest language of the script, by the start of the text; null where none is clearly ahead or known. */
    static @Nullable String language(String text, UnicodeScript script) {
        Set<String> candidates = BY_SCRIPT.get(script);
        if (candidates == null) {
            return null;
        }
        String sample = text.substring(0, Math.min(text.length(), SAMPLE));
        List<Language> ranked = Arrays.stream(Loaded.DETECTOR.predictLanguages(sample))
                .filter(language -> candidates.contains(language.getLang()))
                .sorted(Comparator.comparingDouble(LanguageModel::weight).reversed())
                .toList();
        String best = web(ranked.getFirst().getLang());
        double next = ranked.stream()
                .filter(language -> !web(language.getLang()).equals(best))
                .mapToDouble(LanguageModel::weight)
                .findFirst()
                .orElse(0);
        return weight(ranked.getFirst()) > next * CLEAR_LEAD ? best : null;
    }

    private static Set<String> codes(String separatedBySpace) {
        return Set.of(separatedBySpace.split("\\s+", -1));
    }

    private static double weight(Language language) {
        return SMALL.contains(language.getLang()) ? language.getConfidence() * SMALL_WEIGHT : language.getConfidence();
    }

    private static String web(String code) {
        String known = WEB_CODES.get(code);
        return known == null ? LanguageTags.shortest(code) : known;
    }

    /** Loaded once, at first use, by the class loader's own lock. */
    private static final class Loaded {
        /** Holds nothing but final, unchanging fields: safe for any number of threads. */
        static final LanguageDetectorME DETECTOR = new LanguageDetectorME(load());

        private static LanguageDetectorModel load() {
            String name = "/langdetect-183.bin";
            try (InputStream model = LanguageDetectorModel.class.getResourceAsStream(name)) {
                if (model == null) {
                    throw new IllegalStateException(name + " of opennlp-models-langdetect is not on the class path");
                }
                return new LanguageDetectorModel(model);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
