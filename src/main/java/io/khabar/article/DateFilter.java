package io.khabar.article;

import io.khabar.article.ArticleFilter.Choice;
import io.khabar.date.Bounds;
import io.khabar.date.Precision;
import io.khabar.http.Ids;
import io.khabar.http.Parameters;
import io.khabar.http.QueryParameter;
import io.khabar.language.LanguageTags;
import io.khabar.list.Select;
import io.khabar.list.Sql;
import io.khabar.source.SourceReference;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which dates a list shows; conditions combine with AND.
 *
 * @param on period that the date overlaps
 * @param articles the articles that carry them; empty for any
 */
record DateFilter(
        @Nullable Bounds on,
        List<String> roles,
        List<String> precisions,
        @Nullable String origin,
        @Nullable String resolved,
        List<UUID> articles,
        List<SourceReference> sources,
        List<String> languages) {

    private static final QueryParameter ON =
            Periods.overlapping("on", "The date overlaps this period.").example("2011-03..2011-04");
    private static final QueryParameter ROLE = QueryParameter.word(
                    "role",
                    "What the date is to its article.",
                    Stream.of(Role.values()).map(Role::word).toList())
            .repeated();
    private static final QueryParameter PRECISION = QueryParameter.word(
                    "precision",
                    "How far it is known.",
                    Stream.of(Precision.values()).map(Precision::word).toList())
            .repeated();
    private static final QueryParameter ORIGIN = QueryParameter.word(
            "origin", "Whether a person gave it, or it was derived from the text.", List.of("given", "derived"));
    private static final QueryParameter RESOLVED = QueryParameter.flag("resolved", "Whether the value is known.");
    private static final QueryParameter ARTICLE =
            QueryParameter.text("article", "Id of the article.").listed().format("uuid");
    private static final QueryParameter SOURCE = QueryParameter.text("source", "Key or id of the article's source.")
            .maxLength(SourceReference.MAX_LENGTH)
            .listed();
    private static final QueryParameter LANGUAGE = QueryParameter.text(
                    "language", "Language of the article; `ar` matches `ar-SY` too.")
            .maxLength(LanguageTags.MAX_LENGTH)
            .listed();

    /** The parameters that make a filter on the dates of one article. */
    static final List<QueryParameter> OF_ONE_ARTICLE =
            List.of(ON, ROLE, PRECISION, ORIGIN, RESOLVED, ArticleFilter.ZONE);

    /** The parameters that make a filter. */
    static final List<QueryParameter> PARAMETERS = Stream.concat(
                    OF_ONE_ARTICLE.stream(), Stream.of(ARTICLE, SOURCE, LANGUAGE))
            .toList();

    static DateFilter of(Parameters parameters) {
        return new DateFilter(
                Periods.bounds(parameters, ON, ArticleFilter.zone(parameters)),
                parameters.words(ROLE),
                parameters.words(PRECISION),
                parameters.word(ORIGIN),
                parameters.value(RESOLVED, text -> {
                    if (!text.equals("true") && !text.equals("false")) {
                        throw new IllegalArgumentException("must be true or false");
                    }
                    return text;
                }),
                parameters.values(ARTICLE, Ids::parse),
                parameters.values(SOURCE, SourceReference::parse),
                parameters.values(LANGUAGE, LanguageTags::canonical));
    }

    /** The same, of one article. */
    DateFilter of(UUID article) {
        return new DateFilter(on, roles, precisions, origin, resolved, List.of(article), sources, languages);
    }

    Select conditions(Select select) {
        if (on != null) {
            select.where(ArticleConditions.overlapping(on).planEachTime());
        }
        if (!roles.isEmpty()) {
            select.where(new Sql().add("d.role = any(?)", roles).planEachTime());
        }
        if (!precisions.isEmpty()) {
            select.where(new Sql().add("d.precision = any(?)", precisions).planEachTime());
        }
        if (origin != null) {
            select.where(new Sql().add("d.origin = ?", origin).planEachTime());
        }
        if (resolved != null) {
            select.where("true".equals(resolved) ? "d.value is not null" : "d.value is null");
        }
        if (!articles.isEmpty()) {
            select.where("d.article_id = any(?)", articles);
        }
        Sql article = ArticleConditions.article(new Choice<>(sources, List.of()), new Choice<>(languages, List.of()));
        if (article != null) {
            select.where(new Sql()
                    .add("exists (select from article a where a.id = d.article_id and ")
                    .add(article)
                    .add(")"));
        }
        return select;
    }
}
