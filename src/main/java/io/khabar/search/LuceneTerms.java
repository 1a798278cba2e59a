package io.khabar.search;

import org.apache.lucene.analysis.core.WhitespaceTokenizerFactory;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/** The only analyzer that the engine needs: what it is given are terms already. */
public final class LuceneTerms implements LuceneAnalysisConfigurer {

    static final String ANALYZER = "terms";

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        context.analyzer(ANALYZER).custom().tokenizer(WhitespaceTokenizerFactory.class);
    }
}
