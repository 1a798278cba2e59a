package io.khabar.article;

import io.khabar.change.ChangeLog;
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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists of articles with a query: the index says which and in which order, the database what they are. */
@Singleton
class ArticleSearch {

    /** How long a search waits for what was written before it. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SearchEngine engine;
    private final SearchConditions conditions;
    private final CollapsedSearch collapsed;
    private final ArticleRepository articles;
    private final ChangeLog log;
    private final Clock clock;

    ArticleSearch(
            SearchEngine engine,
            SearchConditions conditions,
            CollapsedSearch collapsed,
            ArticleRepository articles,
            ChangeLog log,
            Clock clock) {
        this.collapsed = collapsed;
        this.engine = engine;
        this.conditions = conditions;
        this.articles = articles;
        this.log = log;
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
        Instant now = paging.moment() == 0 ? clock.instant() : Instant.EPOCH.plus(paging.moment(), ChronoUnit.MICROS);
        Order order = best ? Order.best((int) paging.key(), engine.recency(now)) : order(paging);
        Condition condition = collapsed.of(query, filter);
        Hits hits = engine.ask(index ->
                index.search(query.query(), query.fields(), condition, order, limit, ArticleQuery.countTo(paging)));
        Highlighter highlighter =
                highlighted.isEmpty() ? null : engine.ask(index -> index.highlighter(query.query(), query.fields()));
        List<Found.Key> keys = hits.hits().stream()
                .map(hit -> new Found.Key(hit.id(), hit.key(), hit.score()))
                .toList();
        Found found = new Found(
                paging.backward() ? keys.reversed() : keys,
                hits.more(),
                hits.total(),
                hits.exact(),
                ChronoUnit.MICROS.between(Instant.EPOCH, now));
        Page<ArticleView> page = articles.found(found, paging, shown, highlighted, highlighter);
        return hits.hits().isEmpty() && paging.first()
                ? didYouMean(query, conditions.of(filter)).map(page::meaning).orElse(page)
                : page;
    }

    /** Another spelling of a query that finds something; empty where there is none. */
    private Optional<String> didYouMean(ArticleQuery query, Condition condition) {
        return engine.ask(index -> index.corrected(query.text()).filter(other -> !index.search(
                        query.with(other).query(),
                        query.fields(),
                        condition,
                        Order.best(0, new Recency(0, Instant.EPOCH)),
                        1,
                        1)
                .hits()
                .isEmpty()));
    }

    /** How many items of a page lie within the reach of relevance. */
    private static int reachable(Paging paging) {
        long left = Paging.DEEPEST - paging.key();
        if (left <= 0) {
            throw new ProblemException(
                    ProblemCode.DEPTH_EXCEEDED,
                    "By relevance there are at most 10,000 items. Narrow the query, or send `sort=-published`.");
        }
        return (int) Math.min(paging.limit(), left);
    }

    /** All articles that a query finds and a filter lets through, in no order. */
    List<UUID> ids(ArticleQuery query, ArticleFilter filter) {
        Condition condition = collapsed.of(query, filter);
        return engine.ask(index -> index.ids(query.query(), query.fields(), condition));
    }

    /** Waits until searches see all that is written by now, for a while; whether they do. */
    boolean catchUp() {
        return engine.await(log.last(), PATIENCE);
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
