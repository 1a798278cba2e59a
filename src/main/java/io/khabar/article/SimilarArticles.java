package io.khabar.article;

import io.khabar.list.Found;
import io.khabar.list.Lists;
import io.khabar.list.Page;
import io.khabar.list.Paging;
import io.khabar.list.Shown;
import io.khabar.list.Sql;
import io.khabar.search.Hits;
import io.khabar.search.Sample;
import io.khabar.search.SearchEngine;
import io.khabar.search.query.TextField;
import io.khabar.search.text.Shingles;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Articles that speak of what another one speaks of. */
@Singleton
class SimilarArticles {

    /** Texts that share so much of their shingles are copies of one story. */
    private static final double COPY = 0.5;
    /** How many copies are passed over on the way to other articles. */
    private static final int COPIES = 20;

    /** So many characters of a body tell what it is about, and of which story it is a copy. */
    private static final int BEGINNING = 20_000;
    /** So many bodies are held at a time. */
    private static final int PORTION = 20;

    private record Compared(Sample sample, String body) {}

    private final SearchEngine engine;
    private final ArticleRepository articles;
    private final Lists lists;

    SimilarArticles(SearchEngine engine, ArticleRepository articles, Lists lists) {
        this.engine = engine;
        this.articles = articles;
        this.lists = lists;
    }

    /** The articles most like one, the most alike first; copies of its story come behind. Empty where it is gone. */
    Optional<Page<ArticleView>> to(UUID id, int limit, Shown shown) {
        return compared(id).map(article -> {
            Hits hits = engine.ask(index -> index.like(article.sample(), id, limit + COPIES));
            Set<UUID> copies = copies(article.body(), hits);
            List<Found.Key> sorted = new ArrayList<>();
            for (boolean copy : List.of(false, true)) {
                hits.hits().stream()
                        .filter(hit -> copies.contains(hit.id()) == copy)
                        .map(hit -> new Found.Key(hit.id(), hit.key(), hit.score()))
                        .forEach(sorted::add);
            }
            List<Found.Key> first = sorted.subList(0, Math.min(limit, sorted.size()));
            Paging paging = new Paging(limit, Paging.RELEVANCE, null, Paging.Count.NONE, 0);
            Page<ArticleView> page =
                    articles.found(new Found(first, false, first.size(), true, 0), paging, shown, List.of(), null);
            // Very long texts end a page early; there is no other one.
            return page.at(new Page.Place(limit, null, null));
        });
    }

    private Optional<Compared> compared(UUID id) {
        return lists
                .read(
                        new Sql()
                                .add(
                                        "select title, lead, left(body, ?) as body, keywords, language from article"
                                                + " where id = ?",
                                        BEGINNING,
                                        id),
                        SimilarArticles::compared)
                .stream()
                .findFirst();
    }

    private static Compared compared(ResultSet row) throws SQLException {
        Map<TextField, String> texts = new EnumMap<>(TextField.class);
        String body = row.getString("body");
        texts.put(TextField.BODY, body);
        texts.put(TextField.KEYWORDS, String.join(" · ", (String[])
                row.getArray("keywords").getArray()));
        for (TextField field : List.of(TextField.TITLE, TextField.LEAD)) {
            String text = row.getString(field.word());
            if (text != null) {
                texts.put(field, text);
            }
        }
        return new Compared(new Sample(row.getString("language"), texts), body);
    }

    private Set<UUID> copies(String body, Hits hits) {
        List<UUID> ids = hits.hits().stream().map(Hits.Hit::id).toList();
        Set<UUID> copies = new HashSet<>();
        Shingles own = Shingles.of(body);
        for (int begin = 0; begin < ids.size(); begin += PORTION) {
            List<UUID> portion = ids.subList(begin, Math.min(begin + PORTION, ids.size()));
            lists.read(
                    new Sql().add("select id, left(body, ?) from article where id = any(?)", BEGINNING, portion),
                    row -> {
                        if (own.shared(Shingles.of(row.getString(2))) >= COPY) {
                            copies.add(row.getObject(1, UUID.class));
                        }
                        return copies;
                    });
        }
        return copies;
    }
}
