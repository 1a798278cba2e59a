package io.khabar.search.text;

import io.khabar.language.Folding;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * A language by an analyzer of Lucene, with the digits of all scripts in ASCII.
 *
 * <p>Lucene keeps an analyzer's buffers for each thread, and here each request has a thread of its own. So analyzers are
 * lent: one with its buffers to one text at a time.
 */
final class LuceneAnalysis implements Analysis {

    /** Those of scripts that Lucene's tokenizers may be too old to know. */
    private static final NormalizeCharMap RARE_DIGITS = rareDigits();

    private final Supplier<Analyzer> analyzers;
    private final Queue<Analyzer> idle = new ConcurrentLinkedQueue<>();

    LuceneAnalysis(Supplier<Analyzer> analyzers) {
        this.analyzers = analyzers;
    }

    @Override
    public List<Token> tokens(String text) {
        Analyzer lent = idle.poll();
        Analyzer analyzer = lent != null ? lent : new Lent(analyzers.get());
        List<Token> tokens = new ArrayList<>(text.length() / 6 + 1);
        try (TokenStream stream = stream(analyzer, text)) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.getAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                add(tokens, term, place);
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        idle.add(analyzer);
        return tokens;
    }

    private static TokenStream stream(Analyzer analyzer, String text) {
        return hasRareDigit(text)
                ? analyzer.tokenStream("", new MappingCharFilter(RARE_DIGITS, new StringReader(text)))
                : analyzer.tokenStream("", text);
    }

    private static boolean hasRareDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i)) && Character.isDigit(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static NormalizeCharMap rareDigits() {
        NormalizeCharMap.Builder digits = new NormalizeCharMap.Builder();
        IntStream.rangeClosed(Character.MIN_SUPPLEMENTARY_CODE_POINT, Character.MAX_CODE_POINT)
                .filter(Character::isDigit)
                .forEach(cp -> digits.add(Character.toString(cp), String.valueOf(Character.digit(cp, 10))));
        return digits.build();
    }

    /** Terms hold no spaces, as the index parts them by spaces. */
    private static void add(List<Token> tokens, CharTermAttribute term, OffsetAttribute place) {
        String text = term.toString();
        if (!text.isBlank() && text.length() <= Words.LONGEST) {
            tokens.add(new Token(Folding.spelled(text.replace(' ', '_')), place.startOffset(), place.endOffset()));
        }
    }

    /** An analyzer that keeps one set of buffers, whichever thread uses it. */
    private static final class Lent extends AnalyzerWrapper {

        private final Analyzer analyzer;

        Lent(Analyzer analyzer) {
            super(new OneSlot());
            this.analyzer = analyzer;
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return analyzer;
        }

        @Override
        protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents components) {
            return new TokenStreamComponents(
                    components.getSource(), new DecimalDigitFilter(components.getTokenStream()));
        }
    }

    private static final class OneSlot extends Analyzer.ReuseStrategy {

        private Analyzer.@org.jspecify.annotations.Nullable TokenStreamComponents kept;

        @Override
        public Analyzer.@org.jspecify.annotations.Nullable TokenStreamComponents getReusableComponents(
                Analyzer analyzer, String field) {
            return kept;
        }

        @Override
        public void setReusableComponents(Analyzer analyzer, String field, Analyzer.TokenStreamComponents components) {
            kept = components;
        }
    }
}
