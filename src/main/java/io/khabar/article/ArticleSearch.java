package io.khabar.article;

import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.list.Found;
import io.khabar.list.Page;
import io.khabar.list.Paging;
import io.khabar.list.Shown;
import io.khabar.search.ArticleIndex;
import io.khabar.search.Hits;
import io.khabar.search.Order;
import io.khabar.search.SearchEngine;
import io.khabar.search.query.TextField;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Lists of articles with a query: the index says which and in which order, the database what they are. */
@Singleton
class ArticleSearch {

    private final SearchEngine engine;
    private final SearchConditions conditions;
    private final ArticleRepository articles;

    ArticleSearch(SearchEngine engine, SearchConditions conditions, ArticleRepository articles) {
        this.engine = engine;
        this.conditions = conditions;
        this.articles = articles;
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
        int limit = paging.limit();
        if (best && paging.key() + limit > Paging.DEEPEST) {
            limit = (int) (Paging.DEEPEST - paging.key());
            if (limit <= 0) {
                throw new ProblemException(
                        ProblemCode.DEPTH_EXCEEDED,
                        "By relevance there are at most 10,000 items. Narrow the query, or send `sort=-published`.");
            }
        }
        Order order = best ? Order.best((int) paging.key()) : order(paging);
        ArticleIndex index = engine.index();
        Hits hits = index.search(
                query.query(), query.fields(), conditions.of(filter), order, limit, ArticleQuery.countTo(paging));
        List<Found.Key> keys = hits.hits().stream()
                .map(hit -> new Found.Key(hit.id(), hit.key(), hit.score()))
                .toList();
        Found found = new Found(paging.backward() ? keys.reversed() : keys, hits.more(), hits.total(), hits.exact());
        return articles.found(found, paging, shown, highlighted, index.highlighter(query.query(), query.fields()));
    }

    /** All articles that a query finds and a filter lets through, in no order. */
    List<UUID> ids(ArticleQuery query, ArticleFilter filter) {
        return engine.index().ids(query.query(), query.fields(), conditions.of(filter));
    }

    private static Order order(Paging paging) {
        String field =
                switch (paging.order().word().replace("-", "")) {
                    case "published" -> "publishedSort";
                    case "created" -> "created";
                    default -> "updated";
                };
        Order.Place after = paging.first() ? null : new Order.Place(paging.key(), paging.id(), paging.inclusive());
        return new Order(field, paging.order().descending() != paging.backward(), after, 0);
    }
}
