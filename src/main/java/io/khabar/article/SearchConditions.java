package io.khabar.article;

import static io.khabar.search.IndexedArticle.micros;

import io.khabar.article.ArticleFilter.Choice;
import io.khabar.article.ArticleFilter.Range;
import io.khabar.date.Bounds;
import io.khabar.list.Lists;
import io.khabar.list.Sql;
import io.khabar.search.Condition;
import io.khabar.source.SourceReference;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An article filter on the search index, with the meaning that {@link ArticleConditions} gives it in SQL. */
@Singleton
class SearchConditions {

    private final Lists lists;

    SearchConditions(Lists lists) {
        this.lists = lists;
    }

    /** Is a duplicate of another one. */
    static final Condition DUPLICATE = new Condition.Any("has", List.of("duplicateOf"));

    /** The conditions of a filter on each article by itself: {@link CollapsedSearch} adds what collapsing needs. */
    Condition of(ArticleFilter filter) {
        List<Condition> all = new ArrayList<>();
        if (!filter.ids().isEmpty()) {
            all.add(new Condition.Ids(filter.ids()));
        }
        if (!filter.urls().isEmpty()) {
            all.add(new Condition.Any("url", filter.urls()));
        }
        sources(all, filter.source());
        countries(all, filter.country());
        choice(all, "language", filter.language());
        choice(all, "section", filter.section());
        choice(all, "keyword", filter.keyword());
        choice(all, "author", filter.author());
        partial(all, "published", filter.published());
        partial(all, "modified", filter.modified());
        instant(all, "created", filter.created());
        instant(all, "updated", filter.updated());
        mentions(all, filter.mentions());
        filter.has().any().forEach(name -> all.add(new Condition.Any("has", List.of(name))));
        filter.has().none().forEach(name -> all.add(not(new Condition.Any("has", List.of(name)))));
        words(all, filter.words());
        if (filter.duplicates() == ArticleFilter.Duplicates.ONLY) {
            all.add(DUPLICATE);
        }
        return new Condition.All(all);
    }

    private static Condition not(Condition condition) {
        return new Condition.Not(condition);
    }

    private static void choice(List<Condition> all, String field, Choice<String> choice) {
        if (!choice.any().isEmpty()) {
            all.add(new Condition.Any(field, choice.any()));
        }
        if (!choice.none().isEmpty()) {
            all.add(not(new Condition.Any(field, choice.none())));
        }
    }

    /** The index knows sources by id alone, so that a source that changes changes no article. */
    private void sources(List<Condition> all, Choice<SourceReference> choice) {
        if (!choice.any().isEmpty()) {
            all.add(new Condition.Any("source", sourceIds(choice.any())));
        }
        if (!choice.none().isEmpty()) {
            all.add(not(new Condition.Any("source", sourceIds(choice.none()))));
        }
    }

    private List<String> sourceIds(List<SourceReference> references) {
        List<UUID> ids = new ArrayList<>();
        List<Object> keys = new ArrayList<>();
        for (SourceReference reference : references) {
            if (reference.id() != null) {
                ids.add(reference.id());
            } else {
                keys.add(reference.value());
            }
        }
        List<String> found = new ArrayList<>(ids.stream().map(UUID::toString).toList());
        if (!keys.isEmpty()) {
            found.addAll(ids("select id from source where key = any(?)", keys));
        }
        return found;
    }

    private void countries(List<Condition> all, Choice<String> choice) {
        String inCountries = "select id from source where country = any(?)";
        if (!choice.any().isEmpty()) {
            all.add(new Condition.Any("source", ids(inCountries, choice.any())));
        }
        if (!choice.none().isEmpty()) {
            all.add(not(new Condition.Any("source", ids(inCountries, choice.none()))));
        }
    }

    private List<String> ids(String sql, List<?> values) {
        return lists.read(
                new Sql().add(sql, values), row -> row.getObject(1, UUID.class).toString());
    }

    /** The whole date lies in the period: civil dates and instants each in their own way. */
    private static void partial(List<Condition> all, String field, @Nullable Bounds bounds) {
        if (bounds != null) {
            all.add(new Condition.Either(List.of(
                    range(field + "At", bounds.instantFrom(), bounds.instantTo()),
                    new Condition.All(List.of(
                            range(field + "From", bounds.civilFrom(), null),
                            new Condition.Range(
                                    field + "To",
                                    null,
                                    bounds.civilTo() == null ? null : micros(bounds.civilTo()) + 1))))));
        }
    }

    private static void instant(List<Condition> all, String field, @Nullable Bounds bounds) {
        if (bounds != null) {
            all.add(range(field, bounds.instantFrom(), bounds.instantTo()));
        }
    }

    private static void mentions(List<Condition> all, @Nullable Bounds bounds) {
        if (bounds != null) {
            all.add(new Condition.Either(List.of(
                    overlap("mentionedDates", bounds.civilFrom(), bounds.civilTo()),
                    overlap("mentionedInstants", bounds.instantFrom(), bounds.instantTo()))));
        }
    }

    private static Condition overlap(String field, @Nullable Instant from, @Nullable Instant to) {
        return new Condition.Overlap(field, from == null ? null : micros(from), to == null ? null : micros(to));
    }

    private static Condition range(String field, @Nullable Instant from, @Nullable Instant to) {
        return new Condition.Range(field, from == null ? null : micros(from), to == null ? null : micros(to));
    }

    private static void words(List<Condition> all, @Nullable Range range) {
        if (range != null) {
            Integer least = range.least();
            Integer most = range.most();
            all.add(new Condition.Range(
                    "words", least == null ? null : least.longValue(), most == null ? null : most + 1L));
        }
    }
}
