package io.khabar.duplicate;

import io.khabar.list.Lists;
import io.khabar.list.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of the articles' texts. */
@Singleton
class FingerprintRepository {

    /**
     * What was known of an article when it was looked at last.
     *
     * @param group the group that it is in; null for none
     */
    record Known(Seniority seniority, @Nullable UUID group, long hash) {

        boolean isOf(Story story) {
            return seniority.equals(story.seniority())
                    && hash == story.fingerprint().hash();
        }
    }

    /**
     * What is known of an article from now on.
     *
     * @param leads whether it is compared with others
     * @param hash of the text that it is known by
     */
    record Found(Story story, @Nullable UUID group, boolean leads, long hash) {

        static Found of(Story story, @Nullable UUID group, boolean leads) {
            return new Found(story, group, leads, story.fingerprint().hash());
        }

        /** The same, known by another text than it has: when the log tells of the article, it is taken for an edited one. */
        Found toBeFreed() {
            return new Found(story, group, leads, ~story.fingerprint().hash());
        }
    }

    /** Candidates of one article, at most: many articles that are alike are one group, and that is one candidate. */
    private static final int CANDIDATES = 20;

    /** Articles whose texts are read at once: those of a step may have some thousand candidates. */
    private static final int TEXTS = 100;

    /** Of so many that share a band those are taken that share most. */
    private static final int LOOKED_AT = 500;

    private static final String MICROS = "(extract(epoch from %s) * 1000000)::bigint";

    private final Lists database;

    FingerprintRepository(Lists database) {
        this.database = database;
    }

    Map<UUID, Known> known(Collection<UUID> ids) {
        Map<UUID, Known> known = new HashMap<>();
        database.query(
                new Sql()
                        .add(
                                "select article_id, published, created, group_id, text_hash from article_fingerprint"
                                        + " where article_id = any(?::uuid[])",
                                ids),
                row -> {
                    UUID id = row.getObject(1, UUID.class);
                    return known.put(
                            id, new Known(seniority(id, row, 2), row.getObject(4, UUID.class), row.getLong(5)));
                });
        return known;
    }

    private static Seniority seniority(UUID id, ResultSet row, int at) throws SQLException {
        long published = row.getLong(at);
        return new Seniority(row.wasNull() ? null : published, row.getLong(at + 1), id);
    }

    /** Articles as they are now; those that are gone are left out. */
    Map<UUID, Story> stories(Collection<UUID> ids) {
        Map<UUID, Story> stories = new HashMap<>();
        List<UUID> all = List.copyOf(ids);
        String columns = MICROS.formatted("published_earliest") + ", " + MICROS.formatted("created_at");
        for (int from = 0; from < all.size(); from += TEXTS) {
            database.query(
                    new Sql()
                            .add(
                                    "select id, " + columns + ", title, left(body, ?) from article"
                                            + " where id = any(?::uuid[])",
                                    Fingerprint.COMPARED,
                                    all.subList(from, Math.min(from + TEXTS, all.size()))),
                    row -> {
                        UUID id = row.getObject(1, UUID.class);
                        Fingerprint fingerprint = Fingerprint.of(row.getString(4), row.getString(5));
                        return stories.put(id, new Story(seniority(id, row, 2), fingerprint));
                    });
        }
        return stories;
    }

    List<UUID> members(UUID group) {
        return database.query(
                new Sql().add("select article_id from article_fingerprint where group_id = ?", group),
                row -> row.getObject(1, UUID.class));
    }

    /** The earliest articles of a group that are there, in their order. */
    List<UUID> eldest(UUID group, int most) {
        return database.query(
                new Sql()
                        .add(
                                "select f.article_id from article_fingerprint f where f.group_id = ?"
                                        + " and exists (select from article a where a.id = f.article_id)"
                                        + " order by f.published, f.created, f.article_id limit ?",
                                group,
                                most),
                row -> row.getObject(1, UUID.class));
    }

    /** Leaders that may be like some articles, each with the group that it leads; null where it is alone. */
    Map<UUID, @Nullable UUID> candidates(Collection<Story> stories) {
        Map<UUID, @Nullable UUID> candidates = new HashMap<>();
        List<String> bands = stories.stream()
                .map(story -> story.fingerprint().bands())
                .filter(some -> !some.isEmpty())
                .map(some -> some.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                .distinct()
                .toList();
        if (!bands.isEmpty()) {
            // What is expected of overlapping arrays is far from what comes: nothing is read whole for it.
            database.query(new Sql().add("select set_config('enable_seqscan', 'off', true)"), row -> true);
            database.query(
                    new Sql()
                            .add(
                                    "select distinct c.article_id, c.group_id from unnest(?::text[]) as text (bands)"
                                            + " cross join lateral (select s.article_id, s.group_id from"
                                            + " (select f.article_id, f.group_id, f.bands from article_fingerprint f"
                                            + " where f.bands && text.bands::integer[] limit ?) s"
                                            + " order by (select count(*) from unnest(s.bands) b (band)"
                                            + " where b.band = any(text.bands::integer[])) desc, s.article_id limit ?) c",
                                    bands,
                                    LOOKED_AT,
                                    CANDIDATES),
                    row -> candidates.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
            database.query(new Sql().add("select set_config('enable_seqscan', 'on', true)"), row -> true);
        }
        return candidates;
    }

    void write(Collection<Found> found) {
        if (found.isEmpty()) {
            return;
        }
        database.query(
                new Sql()
                        .add(
                                "insert into article_fingerprint (article_id, published, created, group_id, text_hash,"
                                        + " bands) select id, published, created, group_id, text_hash,"
                                        + " bands::integer[] from unnest(?::text[]::uuid[], ?::text[]::bigint[],"
                                        + " ?::text[]::bigint[], ?::text[]::uuid[], ?::text[]::bigint[], ?::text[])"
                                        + " as new (id, published, created, group_id, text_hash, bands)"
                                        + " on conflict (article_id) do update set published = excluded.published,"
                                        + " created = excluded.created, group_id = excluded.group_id,"
                                        + " text_hash = excluded.text_hash, bands = excluded.bands returning true",
                                Texts.of(found, one -> one.story().id()),
                                Texts.of(found, one -> one.story().seniority().published()),
                                Texts.of(found, one -> one.story().seniority().created()),
                                Texts.of(found, Found::group),
                                Texts.of(found, Found::hash),
                                Texts.of(found, FingerprintRepository::bands)),
                row -> true);
    }

    private static @Nullable String bands(Found found) {
        return found.leads()
                ? found.story().fingerprint().bands().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(",", "{", "}"))
                : null;
    }

    void forget(Collection<UUID> gone) {
        if (!gone.isEmpty()) {
            database.query(
                    new Sql()
                            .add(
                                    "delete from article_fingerprint where article_id = any(?::uuid[]) returning true",
                                    gone),
                    row -> true);
        }
    }

    /** Puts an article that was alone at the head of a group. */
    void found(UUID leader, UUID group) {
        database.query(
                new Sql()
                        .add(
                                "update article_fingerprint set group_id = ? where article_id = ? returning true",
                                group,
                                leader),
                row -> true);
    }
}
