package io.khabar.article;

import io.khabar.list.DatabaseException;
import io.khabar.list.Lists;
import io.khabar.list.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Looks up and stores articles many at a time. Everything runs on the connection of the running transaction. */
@Singleton
class ArrivalRepository {

    private final Lists lists;
    private final DataSource database;

    ArrivalRepository(Lists lists, DataSource database) {
        this.lists = lists;
        this.database = database;
    }

    /**
     * Has imports of texts that are known by nothing else take turns, source by source, until the transaction ends: no
     * constraint keeps two of them from storing the same text at the same time.
     */
    void takeTurns(List<Arriving> batch) {
        List<String> sources = batch.stream()
                .filter(Arriving::isKnownByText)
                .map(arriving -> arriving.article.sourceId.toString())
                .distinct()
                .sorted()
                .toList();
        if (!sources.isEmpty()) {
            lists.query(
                    new Sql()
                            .add(
                                    "select pg_advisory_xact_lock(hashtextextended('khabar text ' || s, 0)) from unnest(?)"
                                            + " with ordinality as u (s, n)",
                                    sources),
                    row -> true);
        }
    }

    /** What is stored already of what arrives. */
    Known known(List<Arriving> batch) {
        Known known = new Known();
        List<UUID> ids = new ArrayList<>();
        List<String> urls = new ArrayList<>();
        List<UUID> externalSources = new ArrayList<>();
        List<String> externals = new ArrayList<>();
        List<UUID> textSources = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Arriving arriving : batch) {
            Article article = arriving.article;
            if (arriving.arrival.article().id() != null) {
                ids.add(article.id);
            }
            if (article.urlCanonical != null) {
                urls.add(article.urlCanonical);
            }
            if (article.externalId != null) {
                externalSources.add(article.sourceId);
                externals.add(article.externalId);
            }
            if (arriving.isKnownByText() && article.textHash != null) {
                textSources.add(article.sourceId);
                texts.add(java.util.HexFormat.of().formatHex(article.textHash));
            }
        }
        if (!ids.isEmpty()) {
            lists.query(
                            new Sql().add("select id from article where id = any(?)", ids),
                            row -> row.getObject(1, UUID.class))
                    .forEach(known::id);
        }
        if (!urls.isEmpty()) {
            lists.query(
                    new Sql()
                            .add("select url_canonical, id from article where ")
                            .add(ArticleConditions.urls("url_canonical", urls)),
                    row -> {
                        known.url(row.getString(1), row.getObject(2, UUID.class));
                        return true;
                    });
        }
        if (!externals.isEmpty()) {
            lists.query(
                    new Sql()
                            .add(
                                    "select a.source_id, a.external_id, a.id from unnest(?, ?) as u (source, external)"
                                            + " join article a on a.source_id = u.source and a.external_id = u.external",
                                    externalSources,
                                    externals),
                    row -> {
                        known.external(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class));
                        return true;
                    });
        }
        if (!texts.isEmpty()) {
            lists.query(
                    new Sql()
                            .add(
                                    "select a.source_id, a.text_hash, a.id from unnest(?, ?) as u (source, hash)"
                                            + " join article a on a.source_id = u.source and a.text_hash = decode(u.hash, 'hex')"
                                            + " order by a.id",
                                    textSources,
                                    texts),
                    row -> {
                        known.text(row.getObject(1, UUID.class), row.getBytes(2), row.getObject(3, UUID.class));
                        return true;
                    });
        }
        return known;
    }

    /** Stores new articles with their dates. */
    void insert(List<Arriving> created) {
        List<Article> articles = new ArrayList<>(created.size());
        List<ArticleDate> dates = new ArrayList<>();
        for (Arriving arriving : created) {
            articles.add(arriving.article);
            dates.addAll(arriving.dates);
        }
        try (Connection connection = database.getConnection()) {
            ArticleCopy.insert(connection, articles, dates);
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
    }
}
