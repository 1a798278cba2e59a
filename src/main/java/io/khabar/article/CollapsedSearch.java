package io.khabar.article;

import io.khabar.http.Fault;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.list.Lists;
import io.khabar.list.Sql;
import io.khabar.search.Condition;
import io.khabar.search.SearchEngine;
import io.khabar.search.query.Query;
import io.khabar.search.query.TextField;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Searches that show one of each story: the earliest article that is found. That is one which is no duplicate, or one of a
 * story of which the earliest article is not found itself: those few are looked for beforehand.
 */
@Singleton
class CollapsedSearch {

    /** Duplicates that a search may find to be collapsed: each of them is held in memory for it. */
    static final int MOST = 50_000;

    /**
     * What collapsing may take.
     *
     * @param freely so many duplicates are looked up by any number of searches at a time
     * @param most with more a search is refused
     * @param room for those between
     */
    record Bounds(int freely, int most, SearchRoom room) {}

    private static final Condition NO_DUPLICATE = new Condition.Not(SearchConditions.DUPLICATE);

    /** A story of which copies are found. */
    private record Story(UUID earliestFound, UUID leader) {}

    private final SearchEngine engine;
    private final SearchConditions conditions;
    private final Lists lists;
    private final Bounds bounds;

    @Inject
    CollapsedSearch(SearchEngine engine, SearchConditions conditions, Lists lists, SearchRoom room) {
        this(engine, conditions, lists, new Bounds(1_000, MOST, room));
    }

    CollapsedSearch(SearchEngine engine, SearchConditions conditions, Lists lists, Bounds bounds) {
        this.engine = engine;
        this.conditions = conditions;
        this.lists = lists;
        this.bounds = bounds;
    }

    /**
     * The conditions of a filter, for a search with a query; null for one without.
     *
     * @throws ProblemException {@code invalid-request} where too many duplicates are found, {@code search-unavailable}
     *     where too many searches with many are asked for
     */
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
        Condition duplicates = new Condition.All(List.of(condition, SearchConditions.DUPLICATE));
        long found = engine.ask(index -> index.count(words(query), fields(query), duplicates, Map.of()))
                .articles();
        if (found == 0) {
            return List.of();
        }
        if (found > bounds.most()) {
            String most = String.format(Locale.ROOT, "%,d", bounds.most());
            throw ProblemException.of(
                    ProblemCode.INVALID_REQUEST,
                    Fault.parameter(
                            "duplicates",
                            "max",
                            "collapses at most " + most
                                    + " duplicates, and more are found: narrow `q` or the filters"));
        }
        if (found <= bounds.freely()) {
            return standIns(query, condition, duplicates);
        }
        bounds.room().enter();
        try {
            return standIns(query, condition, duplicates);
        } finally {
            bounds.room().leave();
        }
    }

    private List<UUID> standIns(@Nullable ArticleQuery query, Condition condition, Condition onlyDuplicates) {
        List<UUID> duplicates = found(query, onlyDuplicates);
        List<Story> stories = lists.read(
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
        return engine.ask(index -> {
            List<UUID> ids = new ArrayList<>();
            index.ids(words(query), fields(query), condition, bounds.most(), ids::addAll);
            return ids;
        });
    }

    private static @Nullable Query words(@Nullable ArticleQuery query) {
        return query == null ? null : query.query();
    }

    private static List<TextField> fields(@Nullable ArticleQuery query) {
        return query == null ? List.of() : query.fields();
    }
}
