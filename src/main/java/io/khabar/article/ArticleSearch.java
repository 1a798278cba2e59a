package io.khabar.article;

import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.list.Found;
import io.khabar.list.Page;
import io.khabar.list.Paging;
import io.khabar.list.Shown;
import io.khabar.search.Condition;
import io.khabar.search.Hits;
import io.khabar.search.Order;
import io.khabar.search.Recency;
import io.khabar.search.SearchEngine;
import io.khabar.search.highlight.Highlighter;
import io.khabar.search.query.TextField;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists of articles with a query: the index says which and in which order, the database what they are. */
@Singleton
class ArticleSearch {

    /** So many articles tell how a word is written. */
    private static final int SPELT = 10;

    private final SearchEngine engine;
    private final SearchConditions conditions;
    private final CollapsedSearch collapsed;
    private final ArticleRepository articles;
    private final SurfaceSpelling spelling;
    private final Clock clock;

    ArticleSearch(
            SearchEngine engine,
            SearchConditions conditions,
            CollapsedSearch collapsed,
            ArticleRepository articles,
            SurfaceSpelling spelling,
            Clock clock) {
        this.collapsed = collapsed;
        this.engine = engine;
        this.conditions = conditions;
        this.articles = articles;
        this.spelling = spelling;
        this.clock = clock;
    }

    /**
     * A page of the articles that a query finds and a filter lets through.
     *
     * @param highlighted the texts whose matches are shown
     * @throws ProblemException {@code depth-exceeded} or {@code search-rebuilding}
     */
    Page<ArticleView> page(
            ArticleQuery query, ArticleFilter filter, Paging paging, Shown shown, List<TextField> highlighted) {
        boolean best = paging.order().equals(Paging.RELEVANCE);
        int limit = best ? reachable(paging) : paging.limit();
        // All pages of a list are counted from the moment of its first one, so that they are parts of one order.
        // By the hour, so that the same list has the same cursors and entity tag for a while.
        Instant now = paging.moment() == 0
                ? clock.instant().truncatedTo(ChronoUnit.HOURS)
                : Instant.EPOCH.plus(paging.moment(), ChronoUnit.MICROS);
        Order order = best ? Order.best(paging.begin(), engine.recency(now)) : order(paging);
        Condition condition = collapsed.of(query, filter);
        Hits hits = engine.ask(index ->
                index.search(query.query(), query.fields(), condition, order, limit, ArticleQuery.countTo(paging)));
        Highlighter highlighter =
                highlighted.isEmpty() ? null : engine.ask(index -> index.highlighter(query.query(), query.fields()));
        List<Found.Key> keys = hits.hits().stream()
                .map(hit -> new Found.Key(hit.id(), hit.key(), hit.score()))
                .toList();
        Found found = new Found(
                paging.backward() && !best ? keys.reversed() : keys,
                hits.more(),
                hits.total(),
                hits.exact(),
                ChronoUnit.MICROS.between(Instant.EPOCH, now));
        Page<ArticleView> page = articles.found(found, paging, shown, highlighted, highlighter);
        return hits.hits().isEmpty() && paging.first()
                ? didYouMean(query, conditions.of(filter)).map(page::meaning).orElse(page)
                : page;
    }

    /** Another spelling of a query that finds something, written as what it finds writes it; empty where there is none. */
    private Optional<String> didYouMean(ArticleQuery query, Condition condition) {
        return engine.ask(index -> index.corrected(query.text())).flatMap(other -> {
            List<UUID> found = engine.ask(index -> index
                    .search(
                            query.with(other).query(),
                            query.fields(),
                            condition,
                            Order.best(0, new Recency(0, Instant.EPOCH)),
                            SPELT,
                            SPELT)
                    .hits()
                    .stream()
                    .map(Hits.Hit::id)
                    .toList());
            return found.isEmpty() ? Optional.empty() : Optional.of(spelling.of(other, query.text(), found));
        });
    }

    /** How many items of a page lie within the reach of relevance. */
    private static int reachable(Paging paging) {
        int end = Math.min(paging.end(), Paging.DEEPEST);
        if (end <= paging.begin()) {
            throw new ProblemException(
                    ProblemCode.DEPTH_EXCEEDED,
                    "By relevance there are at most 10,000 items. Narrow the query, or send `sort=-published`.");
        }
        return end - paging.begin();
    }

    private static Order order(Paging paging) {
        String field =
                switch (paging.order().word().replace("-", "")) {
                    case "published" -> "publishedSort";
                    case "created" -> "created";
                    default -> "updated";
                };
        Order.Place after = paging.first() ? null : new Order.Place(paging.key(), paging.id(), paging.inclusive());
        return Order.by(field, paging.order().descending() != paging.backward(), after);
    }
}
