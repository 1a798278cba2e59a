package io.khabar.article;

import io.khabar.article.SuggestionsView.Suggestion;
import io.khabar.language.Folding;
import io.khabar.list.Lists;
import io.khabar.list.Sql;
import io.khabar.search.Recency;
import io.khabar.search.SearchEngine;
import io.khabar.search.Typed;
import io.khabar.search.query.TextField;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Completes what somebody types: the index says which articles have such a title or keyword, the database what they are
 * called by now.
 */
@Singleton
class Suggestions {

    /** Most of one answer. */
    static final int MOST = 20;
    /**
     * So many articles are looked at for keywords, so that the commonest of them come first; and for titles, as many may
     * have the same.
     */
    private static final int SAMPLE = 50;

    private static final String ARTICLE = "ال";

    private record Named(UUID id, String title, List<String> keywords) {}

    private final SearchEngine engine;
    private final Lists lists;
    private final Clock clock;

    Suggestions(SearchEngine engine, Lists lists, Clock clock) {
        this.engine = engine;
        this.lists = lists;
        this.clock = clock;
    }

    SuggestionsView to(String text, int limit) {
        Typed typed = engine.ask(index -> index.typed(text));
        if (typed.isEmpty()) {
            return new SuggestionsView(List.of());
        }
        Recency recency = engine.recency(clock.instant());
        List<UUID> titled = engine.ask(index -> index.begun(typed, TextField.TITLE, recency, SAMPLE));
        List<UUID> tagged = engine.ask(index -> index.begun(typed, TextField.KEYWORDS, recency, SAMPLE));
        Map<UUID, Named> articles = articles(titled, tagged);
        List<Suggestion> merged = new ArrayList<>();
        List<List<Suggestion>> kinds =
                List.of(keywords(typed, tagged, articles), titles(typed, titled, articles), sources(text, limit));
        for (int rank = 0; rank < SAMPLE; rank++) {
            for (List<Suggestion> kind : kinds) {
                if (rank < kind.size() && merged.size() < limit) {
                    merged.add(kind.get(rank));
                }
            }
        }
        return new SuggestionsView(merged);
    }

    private Map<UUID, Named> articles(List<UUID> titled, List<UUID> tagged) {
        Set<UUID> ids = new HashSet<>(titled);
        ids.addAll(tagged);
        Map<UUID, Named> articles = new HashMap<>();
        if (!ids.isEmpty()) {
            lists.read(
                    new Sql()
                            .add(
                                    "select id, coalesce(title, ''), keywords from article where id = any(?)",
                                    List.copyOf(ids)),
                    row -> {
                        UUID id = row.getObject(1, UUID.class);
                        return articles.put(id, new Named(id, row.getString(2), List.of((String[])
                                row.getArray(3).getArray())));
                    });
        }
        return articles;
    }

    private static List<Suggestion> titles(Typed typed, List<UUID> found, Map<UUID, Named> articles) {
        Set<String> seen = new HashSet<>();
        return found.stream()
                .map(articles::get)
                .filter(Objects::nonNull)
                // Changed since, or told before.
                .filter(article -> typed.begins(article.title()) && seen.add(article.title()))
                .sorted(Comparator.comparing(article -> !typed.beginsAsWritten(article.title())))
                .map(article -> new Suggestion(article.title(), "title", article.id(), null))
                .toList();
    }

    private static List<Suggestion> keywords(Typed typed, List<UUID> found, Map<UUID, Named> articles) {
        Map<String, Integer> counts = new HashMap<>();
        found.stream()
                .map(articles::get)
                .filter(Objects::nonNull)
                .flatMap(article -> article.keywords().stream())
                .forEach(keyword -> counts.merge(keyword, 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(keyword -> typed.begins(keyword.getKey()))
                .sorted(Comparator.<Map.Entry<String, Integer>, Boolean>comparing(
                                keyword -> !typed.beginsAsWritten(keyword.getKey()))
                        .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(keyword -> new Suggestion(keyword.getKey(), "keyword", null, null))
                .toList();
    }

    private List<Suggestion> sources(String text, int limit) {
        // Folded: no sign in it means anything to `like`.
        String folded = Folding.fold(text);
        String bare = folded.startsWith(ARTICLE) && folded.length() > ARTICLE.length()
                ? folded.substring(ARTICLE.length())
                : folded;
        return lists.read(
                new Sql()
                        .add(
                                "select key, name from source where search_text like any(?)"
                                        + " order by length(name), key limit ?",
                                List.of("% " + folded + "%", "% " + bare + "%", "% " + ARTICLE + bare + "%"),
                                limit),
                row -> new Suggestion(row.getString(2), "source", null, row.getString(1)));
    }
}
