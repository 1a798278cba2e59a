package io.khabar.search.text;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * Which analysis a language has: Arabic's is our own, many have Lucene's, and all others compare their folded words.
 * Each is made when the first text in it comes by.
 */
public final class Languages {

    private record Known(Set<UnicodeScript> scripts, Supplier<Analyzer> analyzer) {}

    private static final Set<UnicodeScript> LATIN = Set.of(UnicodeScript.LATIN);
    private static final Set<UnicodeScript> CYRILLIC = Set.of(UnicodeScript.CYRILLIC);
    private static final Set<UnicodeScript> ARABIC = Set.of(UnicodeScript.ARABIC);
    private static final Set<UnicodeScript> EAST_ASIAN =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private static final String ARABIC_LANGUAGE = "ar";

    private static final Map<String, Known> KNOWN = Map.ofEntries(
            Map.entry("bg", new Known(CYRILLIC, BulgarianAnalyzer::new)),
            Map.entry("bn", new Known(Set.of(UnicodeScript.BENGALI), BengaliAnalyzer::new)),
            Map.entry("ca", new Known(LATIN, CatalanAnalyzer::new)),
            Map.entry("ckb", new Known(ARABIC, SoraniAnalyzer::new)),
            Map.entry("cs", new Known(LATIN, CzechAnalyzer::new)),
            Map.entry("da", new Known(LATIN, DanishAnalyzer::new)),
            Map.entry("de", new Known(LATIN, GermanAnalyzer::new)),
            Map.entry("el", new Known(Set.of(UnicodeScript.GREEK), GreekAnalyzer::new)),
            Map.entry("en", new Known(LATIN, Languages::english)),
            Map.entry("es", new Known(LATIN, SpanishAnalyzer::new)),
            Map.entry("eu", new Known(LATIN, BasqueAnalyzer::new)),
            Map.entry("fa", new Known(ARABIC, PersianAnalyzer::new)),
            Map.entry("fi", new Known(LATIN, FinnishAnalyzer::new)),
            Map.entry("fr", new Known(LATIN, FrenchAnalyzer::new)),
            Map.entry("ga", new Known(LATIN, IrishAnalyzer::new)),
            Map.entry("hi", new Known(Set.of(UnicodeScript.DEVANAGARI), HindiAnalyzer::new)),
            Map.entry("hu", new Known(LATIN, HungarianAnalyzer::new)),
            Map.entry("hy", new Known(Set.of(UnicodeScript.ARMENIAN), ArmenianAnalyzer::new)),
            Map.entry("id", new Known(LATIN, IndonesianAnalyzer::new)),
            Map.entry("it", new Known(LATIN, ItalianAnalyzer::new)),
            Map.entry("ja", new Known(EAST_ASIAN, CJKAnalyzer::new)),
            Map.entry("ko", new Known(EAST_ASIAN, CJKAnalyzer::new)),
            Map.entry("lt", new Known(LATIN, LithuanianAnalyzer::new)),
            Map.entry("lv", new Known(LATIN, LatvianAnalyzer::new)),
            Map.entry("nl", new Known(LATIN, DutchAnalyzer::new)),
            Map.entry("no", new Known(LATIN, NorwegianAnalyzer::new)),
            Map.entry("nb", new Known(LATIN, NorwegianAnalyzer::new)),
            Map.entry("pt", new Known(LATIN, PortugueseAnalyzer::new)),
            Map.entry("ro", new Known(LATIN, RomanianAnalyzer::new)),
            Map.entry("ru", new Known(CYRILLIC, RussianAnalyzer::new)),
            Map.entry("sr", new Known(Set.of(UnicodeScript.CYRILLIC, UnicodeScript.LATIN), SerbianAnalyzer::new)),
            Map.entry("sv", new Known(LATIN, SwedishAnalyzer::new)),
            Map.entry("th", new Known(Set.of(UnicodeScript.THAI), ThaiAnalyzer::new)),
            Map.entry("tr", new Known(LATIN, TurkishAnalyzer::new)),
            Map.entry("zh", new Known(EAST_ASIAN, CJKAnalyzer::new)));

    private static final Analysis FOLDED = Words::of;

    private final Map<String, Analysis> made = new ConcurrentHashMap<>();

    /** The analysis of a language. */
    public Analysis of(@Nullable String language) {
        return language == null ? FOLDED : made.computeIfAbsent(primary(language), Languages::make);
    }

    /** The first subtag of a language tag. */
    public static String primary(String language) {
        int dash = language.indexOf('-');
        return dash < 0 ? language : language.substring(0, dash);
    }

    /** Whether a word in a script may be one of a language that has an analysis of its own. */
    public static boolean writes(String language, UnicodeScript script) {
        if (language.equals(ARABIC_LANGUAGE)) {
            return script == UnicodeScript.ARABIC;
        }
        Known known = KNOWN.get(language);
        // Digits, and what else is of no script, are in all of them.
        return known != null && (known.scripts().contains(script) || script == UnicodeScript.COMMON);
    }

    /** All languages that have an analysis of their own. */
    public static List<String> analysed() {
        return java.util.stream.Stream.concat(KNOWN.keySet().stream(), java.util.stream.Stream.of(ARABIC_LANGUAGE))
                .sorted()
                .toList();
    }

    /** Porter's stemmer would make "new" of news, which is what all of this is about. */
    private static Analyzer english() {
        return new EnglishAnalyzer(EnglishAnalyzer.getDefaultStopSet(), new CharArraySet(Set.of("news"), false));
    }

    private static Analysis make(String language) {
        if (language.equals(ARABIC_LANGUAGE)) {
            return new ArabicAnalysis();
        }
        Known known = KNOWN.get(language);
        return known == null ? FOLDED : new LuceneAnalysis(known.analyzer());
    }
}
