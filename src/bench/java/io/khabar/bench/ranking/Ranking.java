package io.khabar.bench.ranking;

import io.khabar.bench.Article;
import io.khabar.search.text.Analysis;
import io.khabar.search.text.Languages;
import io.khabar.search.text.Token;
import io.khabar.search.text.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Mean reciprocal rank of an article among the first ten hits for its own title, searched in bodies alone; with titles as
 * they are and disturbed; by our analysis and by Lucene's {@link ArabicAnalyzer}, in one run on one set.
 *
 * <p>The set is a file of one JSON object a line with {@code title} and {@code body}, gzipped.
 */
final class Ranking {

    private static final int QUERIES = 1000;
    private static final int TOP = 10;
    private static final long SEED = 20211;

    private Ranking() {}

    /** Arguments: the file; a second one is the weight of exact matches, a third the share of words that must match. */
    public static void main(String... arguments) throws IOException {
        List<Article> articles = Article.read(Path.of(arguments[0]));
        float exact = arguments.length > 1 ? Float.parseFloat(arguments[1]) : 0.2f;
        float share = arguments.length > 2 ? Float.parseFloat(arguments[2]) : 0;
        IndexSearcher searcher = index(articles);
        List<Integer> sample = new ArrayList<>();
        for (int i = 0; i < articles.size(); i++) {
            if (!articles.get(i).title().isBlank()) {
                sample.add(i);
            }
        }
        Collections.shuffle(sample, new Random(SEED));
        sample = sample.subList(0, Math.min(QUERIES, sample.size()));
        double undisturbed = 0;
        System.out.printf("%-18s %8s %8s %12s%n", "titles", "Khabar", "Lucene", "of its own");
        for (Disturbance disturbance : Disturbance.values()) {
            double ours = mrr(searcher, articles, sample, disturbance, title -> ours(title, exact, share));
            double theirs = mrr(searcher, articles, sample, disturbance, title -> query("lucene", LUCENE.apply(title), 1, 0));
            undisturbed = disturbance == Disturbance.NONE ? ours : undisturbed;
            System.out.printf(
                    "%-18s %8.4f %8.4f %11.1f%%%n", disturbance, ours, theirs, ours / undisturbed * 100);
        }
    }

    private static final Analysis ARABIC = new Languages().of("ar");
    private static final Analyzer THEIRS = new ArabicAnalyzer();
    private static final Function<String, List<String>> STEMS = text -> terms(ARABIC.tokens(text));
    private static final Function<String, List<String>> WORDS = text -> terms(Words.of(text));
    private static final Function<String, List<String>> LUCENE = Ranking::lucene;

    private static List<String> terms(List<Token> tokens) {
        return tokens.stream().map(Token::term).toList();
    }

    private static List<String> lucene(String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = THEIRS.tokenStream("", text)) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return terms;
    }

    private static IndexSearcher index(List<Article> articles) throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            for (Article article : articles) {
                Document document = new Document();
                add(document, "stem", STEMS.apply(article.body()));
                add(document, "word", WORDS.apply(article.body()));
                add(document, "lucene", LUCENE.apply(article.body()));
                writer.addDocument(document);
            }
            // One segment, so that the documents are numbered as they were added.
            writer.forceMerge(1);
        }
        IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
        searcher.setSimilarity(new BM25Similarity());
        return searcher;
    }

    private static void add(Document document, String field, List<String> terms) {
        document.add(new TextField(field, terms.stream().collect(Collectors.joining(" ")), Field.Store.NO));
    }

    private static Query ours(String title, float exact, float share) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        int words = 0;
        for (List<String> alternatives : ARABIC.alternatives(title).stream().distinct().toList()) {
            SynonymQuery.Builder word = new SynonymQuery.Builder("stem");
            alternatives.forEach(term -> word.addTerm(new Term("stem", term)));
            any.add(word.build(), BooleanClause.Occur.SHOULD);
            words++;
        }
        any.setMinimumNumberShouldMatch((int) (words * share));
        Query stems = any.build();
        if (exact == 0) {
            return stems;
        }
        return new BooleanQuery.Builder()
                .add(stems, BooleanClause.Occur.MUST)
                .add(query("word", WORDS.apply(title), exact, 0), BooleanClause.Occur.SHOULD)
                .build();
    }

    private static Query query(String field, List<String> terms, float boost, float share) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        List<String> distinct = terms.stream().distinct().toList();
        for (String term : distinct) {
            any.add(new TermQuery(new Term(field, term)), BooleanClause.Occur.SHOULD);
        }
        any.setMinimumNumberShouldMatch((int) (distinct.size() * share));
        return boost == 1 ? any.build() : new BoostQuery(any.build(), boost);
    }

    private static double mrr(
            IndexSearcher searcher,
            List<Article> articles,
            List<Integer> sample,
            Disturbance disturbance,
            Function<String, Query> query)
            throws IOException {
        Random random = new Random(SEED);
        double sum = 0;
        for (int number : sample) {
            String title = disturbance.of(articles.get(number).title(), random);
            ScoreDoc[] hits = searcher.search(query.apply(title), TOP).scoreDocs;
            for (int rank = 0; rank < hits.length; rank++) {
                if (hits[rank].doc == number) {
                    sum += 1.0 / (rank + 1);
                }
            }
        }
        return sum / sample.size();
    }
}
