package io.khabar.article;

import io.khabar.list.Lists;
import io.khabar.list.Sql;
import io.khabar.search.Condition;
import io.khabar.search.SearchEngine;
import io.khabar.search.query.Query;
import io.khabar.search.query.TextField;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Searches that show one of each story: the earliest article that is found. That is one which is no duplicate, or one of a
 * story of which the earliest article is not found itself: those few are looked for beforehand.
 */
@Singleton
class CollapsedSearch {

    private static final Condition NO_DUPLICATE = new Condition.Not(SearchConditions.DUPLICATE);

    /** A story of which copies are found. */
    private record Story(UUID earliestFound, UUID leader) {}

    private final SearchEngine engine;
    private final SearchConditions conditions;
    private final Lists lists;

    CollapsedSearch(SearchEngine engine, SearchConditions conditions, Lists lists) {
        this.engine = engine;
        this.conditions = conditions;
        this.lists = lists;
    }

    /** The conditions of a filter, for a search with a query; null for one without. */
    Condition of(@Nullable ArticleQuery query, ArticleFilter filter) {
        Condition condition = conditions.of(filter);
        if (!filter.collapses()) {
            return condition;
        }
        List<UUID> standIns =
                query == null && condition.equals(Condition.ANYTHING) ? List.of() : standIns(query, condition);
        return new Condition.All(List.of(
                condition,
                standIns.isEmpty()
                        ? NO_DUPLICATE
                        : new Condition.Either(List.of(NO_DUPLICATE, new Condition.Ids(standIns)))));
    }

    private List<UUID> standIns(@Nullable ArticleQuery query, Condition condition) {
        List<UUID> duplicates = found(query, new Condition.All(List.of(condition, SearchConditions.DUPLICATE)));
        if (duplicates.isEmpty()) {
            return List.of();
        }
        List<Story> stories = lists.query(
                new Sql()
                        .add(
                                "select distinct on (f.group_id) f.article_id, g.leader_id from article_fingerprint f"
                                        + " join duplicate_group g on g.id = f.group_id"
                                        + " where f.article_id = any(?::uuid[])"
                                        + " order by f.group_id, f.published, f.created, f.article_id",
                                duplicates),
                row -> new Story(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
        List<UUID> leaders = stories.stream().map(Story::leader).toList();
        Set<UUID> there =
                new HashSet<>(found(query, new Condition.All(List.of(condition, new Condition.Ids(leaders)))));
        return stories.stream()
                .filter(story -> !there.contains(story.leader()))
                .map(Story::earliestFound)
                .toList();
    }

    private List<UUID> found(@Nullable ArticleQuery query, Condition condition) {
        Query words = query == null ? null : query.query();
        List<TextField> fields = query == null ? List.of() : query.fields();
        return engine.ask(index -> index.ids(words, fields, condition));
    }
}
