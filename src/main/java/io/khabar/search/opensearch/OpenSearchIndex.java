package io.khabar.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.search.ArticleIndex;
import io.khabar.search.Condition;
import io.khabar.search.Counts;
import io.khabar.search.Hits;
import io.khabar.search.IndexedArticle;
import io.khabar.search.Likeness;
import io.khabar.search.Match;
import io.khabar.search.Matching;
import io.khabar.search.Order;
import io.khabar.search.Recency;
import io.khabar.search.Sample;
import io.khabar.search.Typed;
import io.khabar.search.highlight.Highlighter;
import io.khabar.search.query.Query;
import io.khabar.search.query.TextField;
import io.khabar.search.text.Languages;
import io.khabar.search.text.Readings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** An index in an OpenSearch. Nothing of it is kept here but which languages it has. */
final class OpenSearchIndex implements ArticleIndex {

    /** So many ids are read at once: OpenSearch gives no more. */
    private static final int IDS = 10_000;

    private final Nodes nodes;
    private final Asking asking;
    private final Writing writing;
    private final PresentLanguages present;
    private final Readings readings;

    /**
     * How it is written.
     *
     * @param alias through which
     * @param version of what is written
     * @param visible whether what is written is seen at once: it answers searches
     */
    record Writing(String alias, long version, boolean visible) {}

    /**
     * An index.
     *
     * @param name by which it is searched
     * @param parts whether it is kept in more than one part
     */
    OpenSearchIndex(Nodes nodes, String name, boolean parts, Writing writing, Languages languages) {
        this.nodes = nodes;
        this.asking = new Asking(nodes, name, parts);
        this.writing = writing;
        this.present = new PresentLanguages(asking);
        this.readings = new Readings(languages, present.live());
    }

    @Override
    public <T> Optional<T> ask(Function<ArticleIndex, T> question) {
        return Optional.of(question.apply(this));
    }

    private Readings readings() {
        present.refresh();
        return readings;
    }

    @Override
    public void add(List<IndexedArticle> changed, Collection<UUID> gone) throws IOException {
        String path = "/" + writing.alias() + "/_bulk?require_alias=true" + (writing.visible() ? "&refresh=true" : "");
        new Documents(nodes, path, writing.version()).write(changed, gone);
        changed.forEach(article -> present.add(article.language));
    }

    @Override
    public void commit() {
        // Each answer comes when the cluster has what it answers to, and searches see it.
    }

    @Override
    public long documents() {
        return asking.get("/_count").path("count").longValue();
    }

    @Override
    public Counts count(@Nullable Query query, List<TextField> fields, Condition filter, Map<String, Integer> of) {
        Match match = query == null ? null : new Matching(readings(), fields).of(query);
        return Counting.count(asking, Queries.query(match, filter), of);
    }

    @Override
    public void ids(
            @Nullable Query query, List<TextField> fields, Condition filter, int portion, Consumer<List<UUID>> taker) {
        int most = Math.min(portion, IDS);
        Match match = query == null ? null : new Matching(readings(), fields).of(query);
        Map<String, Object> search = new LinkedHashMap<>();
        search.put("query", Queries.query(match, filter));
        search.put("sort", List.of("idHigh", "idLow"));
        search.put("size", most);
        search.put("track_total_hits", false);
        search.put("stored_fields", "_none_");
        JsonNode hits;
        do {
            hits = asking.search(search).path("hits").path("hits");
            List<UUID> ids = new ArrayList<>();
            for (JsonNode hit : hits) {
                JsonNode sort = hit.path("sort");
                ids.add(IndexedArticle.id(sort.path(0).longValue(), sort.path(1).longValue()));
                search.put("search_after", sort);
            }
            if (!ids.isEmpty()) {
                taker.accept(ids);
            }
        } while (hits.size() == most);
    }

    @Override
    public Highlighter highlighter(Query query, List<TextField> fields) {
        return new Highlighter(query, fields, readings());
    }

    @Override
    public Hits search(Query query, List<TextField> fields, Condition filter, Order order, int limit, int countTo) {
        Match match = new Matching(readings(), fields).of(query);
        return Ranked.search(asking, match, filter, order, limit, countTo);
    }

    @Override
    public Typed typed(String text) {
        return new Typed(text, readings());
    }

    @Override
    public List<UUID> begun(Typed typed, TextField field, Recency recency, int limit) {
        return Ranked.search(asking, typed.in(field), Condition.ANYTHING, Order.best(0, recency), limit, limit)
                .hits()
                .stream()
                .map(Hits.Hit::id)
                .toList();
    }

    @Override
    public Optional<String> corrected(String query) {
        try {
            return new NearWords(asking, readings()).corrected(query);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public Hits like(Sample sample, UUID except, int limit) {
        Likeness likeness = new Likeness(sample, readings().languages());
        if (likeness.terms().isEmpty()) {
            return new Hits(List.of(), false, 0, true);
        }
        long all = asking.get("/_stats/docs")
                .path("_all")
                .path("primaries")
                .path("docs")
                .path("count")
                .longValue();
        Match match = likeness.match(articles(likeness), all);
        Condition others = new Condition.Not(new Condition.Ids(List.of(except)));
        return Ranked.search(asking, match, others, new Order(null, true, null, 0, null), limit, limit + 1);
    }

    /** How many articles have each term: asked as of an article that is not there and has all of them. */
    private ToLongFunction<String> articles(Likeness likeness) {
        String terms = String.join(" ", likeness.terms());
        Map<String, String> document = new HashMap<>();
        Likeness.FIELDS.forEach(field -> document.put(field.word(), terms));
        JsonNode vectors = asking.post(
                        "/_termvectors",
                        Map.of(
                                "doc",
                                document,
                                "term_statistics",
                                true,
                                "field_statistics",
                                false,
                                "positions",
                                false,
                                "offsets",
                                false))
                .path("term_vectors");
        return term -> Likeness.FIELDS.stream()
                .mapToLong(field -> vectors.path(field.word())
                        .path("terms")
                        .path(term)
                        .path("doc_freq")
                        .longValue())
                .max()
                .orElse(0);
    }

    @Override
    public void close() {
        // Nothing of it is open here.
    }
}
