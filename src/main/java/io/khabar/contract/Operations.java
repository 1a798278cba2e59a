package io.khabar.contract;

import static io.khabar.contract.Described.Kind.COMPUTE;
import static io.khabar.contract.Described.Kind.CREATE;
import static io.khabar.contract.Described.Kind.DELETE;
import static io.khabar.contract.Described.Kind.EXPLAIN;
import static io.khabar.contract.Described.Kind.EXPORT_OPML;
import static io.khabar.contract.Described.Kind.FETCH;
import static io.khabar.contract.Described.Kind.FOLLOW;
import static io.khabar.contract.Described.Kind.GET;
import static io.khabar.contract.Described.Kind.IMPORT;
import static io.khabar.contract.Described.Kind.IMPORT_OPML;
import static io.khabar.contract.Described.Kind.LIST;
import static io.khabar.contract.Described.Kind.PATCH;
import static io.khabar.contract.Described.Kind.REPLACE;
import static io.khabar.contract.Described.Kind.START;

import io.khabar.article.ArticleDatesResource;
import io.khabar.article.ArticleResource;
import io.khabar.article.CalendarResource;
import io.khabar.article.DateResource;
import io.khabar.article.FacetResource;
import io.khabar.article.SuggestResource;
import io.khabar.change.ChangeResource;
import io.khabar.feed.FeedResource;
import io.khabar.feed.OpmlResource;
import io.khabar.imports.ImportResource;
import io.khabar.source.SourceResource;
import java.util.List;
import java.util.Map;

/** What each operation is. An operation that is missing here would be documented incompletely: a test looks. */
final class Operations {

    /** By {@code operationId}. */
    static final Map<String, Described> ALL = Map.ofEntries(
            Map.entry("listArticles", new Described(LIST, "Article", ArticleResource.LIST_PARAMETERS)),
            Map.entry("listSimilarArticles", new Described(LIST, "Article", ArticleResource.SIMILAR_PARAMETERS)),
            Map.entry("createArticle", new Described(CREATE, "Article", List.of())),
            Map.entry("getArticle", new Described(GET, "Article", ArticleResource.ONE_PARAMETERS)),
            Map.entry("replaceArticle", new Described(REPLACE, "Article", List.of())),
            Map.entry("patchArticle", new Described(PATCH, "Article", List.of())),
            Map.entry("deleteArticle", new Described(DELETE, "Article", List.of())),
            Map.entry("getCalendar", new Described(COMPUTE, "Calendar", CalendarResource.PARAMETERS)),
            Map.entry("getFacets", new Described(COMPUTE, "Facets", FacetResource.PARAMETERS)),
            Map.entry("suggest", new Described(COMPUTE, "Suggestions", SuggestResource.PARAMETERS)),
            Map.entry("importArticles", new Described(IMPORT, "ImportReport", ImportResource.PARAMETERS)),
            Map.entry("getSearch", new Described(COMPUTE, "Search", List.of())),
            Map.entry("rebuildSearch", new Described(START, "Search", List.of())),
            Map.entry("listChanges", new Described(FOLLOW, "ChangePage", ChangeResource.PARAMETERS)),
            Map.entry("listDates", new Described(LIST, "ArticleDate", DateResource.LIST_PARAMETERS)),
            Map.entry("listArticleDates", new Described(LIST, "ArticleDate", ArticleDatesResource.LIST_PARAMETERS)),
            Map.entry("createArticleDate", new Described(CREATE, "ArticleDate", List.of())),
            Map.entry("getDate", new Described(GET, "ArticleDate", DateResource.ONE_PARAMETERS)),
            Map.entry("replaceDate", new Described(REPLACE, "ArticleDate", List.of())),
            Map.entry("patchDate", new Described(PATCH, "ArticleDate", List.of())),
            Map.entry("deleteDate", new Described(DELETE, "ArticleDate", List.of())),
            Map.entry("listSources", new Described(LIST, "Source", SourceResource.LIST_PARAMETERS)),
            Map.entry("createSource", new Described(CREATE, "Source", List.of())),
            Map.entry("getSource", new Described(GET, "Source", SourceResource.ONE_PARAMETERS)),
            Map.entry("replaceSource", new Described(REPLACE, "Source", List.of())),
            Map.entry("patchSource", new Described(PATCH, "Source", List.of())),
            Map.entry("deleteSource", new Described(DELETE, "Source", List.of())),
            Map.entry("listFeeds", new Described(LIST, "Feed", FeedResource.LIST_PARAMETERS).forEditors()),
            Map.entry("createFeed", new Described(CREATE, "Feed", List.of())),
            Map.entry("getFeed", new Described(GET, "Feed", FeedResource.ONE_PARAMETERS).forEditors()),
            Map.entry("replaceFeed", new Described(REPLACE, "Feed", List.of())),
            Map.entry("patchFeed", new Described(PATCH, "Feed", List.of())),
            Map.entry("deleteFeed", new Described(DELETE, "Feed", List.of())),
            Map.entry("fetchFeed", new Described(FETCH, "ImportReport", List.of())),
            Map.entry("exportFeeds", new Described(EXPORT_OPML, "", OpmlResource.PARAMETERS).forEditors()),
            Map.entry("importFeeds", new Described(IMPORT_OPML, "OpmlReport", List.of())),
            Map.entry("explainProblem", new Described(EXPLAIN, "ProblemExplanation", List.of())));

    private Operations() {}
}
