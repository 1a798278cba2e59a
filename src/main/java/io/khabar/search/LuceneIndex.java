package io.khabar.search;

import io.khabar.search.highlight.Highlighter;
import io.khabar.search.query.Query;
import io.khabar.search.query.TextField;
import io.khabar.search.text.Languages;
import io.khabar.search.text.Readings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.backend.lucene.search.spi.LuceneMigrationUtils;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.query.SearchResultTotal;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.engine.search.sort.dsl.SortFinalStep;
import org.hibernate.search.engine.search.sort.dsl.SortOrder;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.jspecify.annotations.Nullable;

/**
 * An index in a folder, by Hibernate Search; what decides how fast searches are is asked of Lucene itself
 * ({@link BestFirst}).
 */
final class LuceneIndex implements ArticleIndex {

    /** A day. */
    private static final int COMMIT_INTERVAL_MILLIS = 86_400_000;

    private final CloseableSearchMapping mapping;
    /** The languages of its articles, as far as they have an analysis of their own. */
    private final Set<String> present = ConcurrentHashMap.newKeySet();

    private final Readings readings;
    private final LuceneWriting writing;
    private final Counting counting;
    /** Held by whoever asks; closing waits for them. */
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

    private boolean closed;

    private LuceneIndex(CloseableSearchMapping mapping, Languages languages) {
        this.mapping = mapping;
        this.readings = new Readings(languages, present);
        this.writing = new LuceneWriting(mapping);
        this.counting = new Counting(mapping);
    }

    /** Opens the index in a folder, an empty one where there is none. */
    static LuceneIndex open(Path folder, Languages languages) {
        CloseableSearchMapping mapping = SearchMapping.builder(AnnotatedTypeSource.fromClasses(IndexedArticle.class))
                .property("hibernate.search.backend.type", "lucene")
                .property("hibernate.search.backend.lucene_version", "LATEST")
                .property("hibernate.search.backend.directory.root", folder.toString())
                .property("hibernate.search.backend.analysis.configurer", new LuceneTerms())
                // One writer: the change log is followed in order. Buffers are small, for a small heap.
                .property("hibernate.search.backend.thread_pool.size", 1)
                .property("hibernate.search.backend.indexing.queue_count", 1)
                .property("hibernate.search.backend.io.writer.ram_buffer_size", 16)
                // Every search goes through all segments; writes are few beside searches.
                .property("hibernate.search.backend.io.merge.factor", 4)
                // Only when told to: what a commit of its own lost in the middle of a write, nobody would hear of.
                .property("hibernate.search.backend.io.commit_interval", COMMIT_INTERVAL_MILLIS)
                .build();
        LuceneIndex index = new LuceneIndex(mapping, languages);
        try {
            index.ask(_ -> index.present.addAll(index.analysedLanguages()));
        } catch (RuntimeException damaged) {
            index.close();
            throw damaged;
        }
        return index;
    }

    @Override
    public <T> Optional<T> ask(Function<ArticleIndex, T> question) {
        use.readLock().lock();
        try {
            return closed ? Optional.empty() : Optional.of(question.apply(this));
        } catch (RuntimeException | InternalError failed) {
            DamagedIndexException.check(failed);
            throw failed;
        } finally {
            use.readLock().unlock();
        }
    }

    @Override
    public void add(List<IndexedArticle> changed, Collection<UUID> gone) {
        changed.forEach(article -> article.language.stream()
                .filter(language -> Languages.analysed().contains(language))
                .forEach(present::add));
        writing.add(changed, gone);
    }

    @Override
    public void commit() {
        writing.commit();
        counting.written();
    }

    @Override
    public long documents() {
        try (SearchSession session = mapping.createSession()) {
            return session.search(IndexedArticle.class)
                    .where(SearchPredicateFactory::matchAll)
                    .fetchTotalHitCount();
        }
    }

    private List<String> analysedLanguages() {
        return counting.all(Map.of("language", 1000)).of("language").top().keySet().stream()
                .filter(Languages.analysed()::contains)
                .toList();
    }

    @Override
    public Counts count(@Nullable Query query, List<TextField> fields, Condition filter, Map<String, Integer> of) {
        return query == null && filter.equals(Condition.ANYTHING)
                ? counting.all(of)
                : counting.some(of, f -> predicate(f, query, fields, filter));
    }

    @Override
    public void ids(
            @Nullable Query query, List<TextField> fields, Condition filter, int portion, Consumer<List<UUID>> taker) {
        BooleanQuery.Builder found = new BooleanQuery.Builder().add(filtering(filter), BooleanClause.Occur.FILTER);
        if (query != null) {
            found.add(LuceneMatches.query(new Matching(readings, fields).of(query)), BooleanClause.Occur.FILTER);
        }
        read(reader -> new EveryHit(reader, portion, taker).of(found.build()));
    }

    @Override
    public Highlighter highlighter(Query query, List<TextField> fields) {
        return new Highlighter(query, fields, readings);
    }

    @Override
    public Hits search(Query query, List<TextField> fields, Condition filter, Order order, int limit, int countTo) {
        String field = order.field();
        if (field == null) {
            return best(new Matching(readings, fields).of(query), filter, order, limit, countTo);
        }
        Condition behind = order.after() == null ? filter : new Condition.All(List.of(filter, order.behind()));
        try (SearchSession session = mapping.createSession()) {
            SearchResult<List<?>> result = session.search(IndexedArticle.class)
                    .select(p -> p.composite()
                            .from(p.id(), p.field(field, Long.class))
                            .asList())
                    .where(f -> predicate(f, query, fields, behind))
                    .sort(f -> sort(f, field, order.descending()))
                    .totalHitCountThreshold(countTo)
                    .fetch(limit + 1);
            SearchResultTotal total = order.countsApart(limit, countTo)
                    ? session.search(IndexedArticle.class)
                            .where(f -> predicate(f, query, fields, filter))
                            .totalHitCountThreshold(countTo)
                            .fetch(0)
                            .total()
                    : result.total();
            return hits(result, total, limit);
        }
    }

    /** Ranks what matches, of what meets a filter. */
    private Hits best(Match match, Condition filter, Order order, int limit, int countTo) {
        org.apache.lucene.search.Query matching = LuceneMatches.query(match);
        org.apache.lucene.search.Query query = filter.equals(Condition.ANYTHING)
                ? matching
                : new BooleanQuery.Builder()
                        .add(matching, BooleanClause.Occur.MUST)
                        .add(filtering(filter), BooleanClause.Occur.FILTER)
                        .build();
        return read(reader -> new BestFirst(reader).search(query, order, limit, countTo));
    }

    private org.apache.lucene.search.Query filtering(Condition filter) {
        return LuceneMigrationUtils.toLuceneQuery(
                new Predicates(mapping.scope(IndexedArticle.class).predicate()).of(filter));
    }

    private interface Reading<T> {
        T of(IndexReader reader) throws IOException;
    }

    private <T> T read(Reading<T> reading) {
        try (IndexReader reader = mapping.scope(IndexedArticle.class)
                .extension(LuceneExtension.get())
                .openIndexReader()) {
            return reading.of(reader);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public Typed typed(String text) {
        return new Typed(text, readings);
    }

    @Override
    public List<UUID> begun(Typed typed, TextField field, Recency recency, int limit) {
        return best(typed.in(field), Condition.ANYTHING, Order.best(0, recency), limit, limit).hits().stream()
                .map(Hits.Hit::id)
                .toList();
    }

    @Override
    public Optional<String> corrected(String query) {
        return read(reader -> new LuceneSpelling(reader, readings).corrected(query));
    }

    private PredicateFinalStep predicate(
            SearchPredicateFactory f, @Nullable Query query, List<TextField> fields, Condition filter) {
        BooleanPredicateClausesStep<?, ?> both = f.bool();
        if (query != null) {
            both.must(f.extension(LuceneExtension.get())
                    .fromLuceneQuery(LuceneMatches.query(new Matching(readings, fields).of(query))));
        }
        return query == null || !filter.equals(Condition.ANYTHING) ? both.filter(new Predicates(f).of(filter)) : both;
    }

    private static SortFinalStep sort(SearchSortFactory f, String field, boolean descending) {
        SortOrder direction = descending ? SortOrder.DESC : SortOrder.ASC;
        return f.composite()
                .add(f.field(field).order(direction))
                .add(f.field("idHigh").order(direction))
                .add(f.field("idLow").order(direction));
    }

    private static Hits hits(SearchResult<List<?>> result, SearchResultTotal total, int limit) {
        List<Hits.Hit> hits = new ArrayList<>();
        for (List<?> found : result.hits()) {
            hits.add(new Hits.Hit(UUID.fromString((String) found.getFirst()), (Long) found.get(1), 0));
        }
        boolean more = hits.size() > limit;
        return new Hits(
                List.copyOf(more ? hits.subList(0, limit) : hits),
                more,
                total.hitCountLowerBound(),
                total.isHitCountExact());
    }

    @Override
    public Hits like(Sample sample, UUID except, int limit) {
        Likeness likeness = new Likeness(sample, readings.languages());
        Match match = read(reader -> {
            Map<String, Long> articles = new TermCounts(reader).of(likeness.terms(), Likeness.FIELDS);
            return likeness.match(term -> articles.getOrDefault(term, 0L), reader.numDocs());
        });
        Condition others = new Condition.Not(new Condition.Ids(List.of(except)));
        return best(match, others, new Order(null, true, null, 0, null), limit, limit + 1);
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            closed = true;
            mapping.close();
        } finally {
            use.writeLock().unlock();
        }
    }
}
