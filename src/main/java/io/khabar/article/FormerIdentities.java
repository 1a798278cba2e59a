package io.khabar.article;

import io.khabar.list.Lists;
import io.khabar.list.Sql;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What articles were known by before a person corrected or deleted them: table {@code former_identity}. Everything that
 * belongs to a write runs on the connection of its transaction. What is deleted is remembered, and what is stored again is
 * forgotten, by triggers.
 */
@Singleton
class FormerIdentities {

    /** Rows are locked until the transaction ends, and what is stored meanwhile waits for them. */
    private static final int DELETED_AT_ONCE = 2_000;

    private final Lists database;

    FormerIdentities(Lists database) {
        this.database = database;
    }

    /**
     * What is remembered of arrivals that no article is known by now: one statement, and none where they have nothing of
     * which anything is.
     *
     * @param followed whether a feed that is followed brings them: to all others it is the same whether an article was ever
     *     deleted. That they were met is noted, once a day
     */
    Former of(List<Arriving> arriving, boolean followed) {
        List<String> hashes = arriving.stream()
                .flatMap(one -> Identity.of(one.article, kind -> switch (kind) {
                            case Identity.URL -> followed;
                            // Besides what it is known by it tells whether a person corrected this very text.
                            case Identity.TEXT -> one.isKnownByText() || one.article.externalId != null;
                            default -> true;
                        })
                        .stream())
                .map(Identity::hex)
                .distinct()
                .toList();
        if (hashes.isEmpty()) {
            return Former.NONE;
        }
        Map<ByteBuffer, Former.Remembered> remembered = new HashMap<>();
        Set<UUID> unmet = new HashSet<>();
        database.query(
                new Sql()
                        .add(
                                "select f.identity, f.article_id, f.deleted_at, f.met_at < now() - interval '1 day'"
                                        + " from unnest(?) as u (hash)"
                                        + " join former_identity f on f.identity = decode(u.hash, 'hex')"
                                        + " where case when f.deleted_at is null"
                                        // Who empties the table of articles by hand leaves this one as it is.
                                        + " then exists (select from article a where a.id = f.article_id) else ? end",
                                hashes,
                                followed),
                row -> {
                    OffsetDateTime deletedAt = row.getObject(3, OffsetDateTime.class);
                    UUID article = row.getObject(2, UUID.class);
                    if (row.getBoolean(4)) {
                        unmet.add(article);
                    }
                    return remembered.put(
                            ByteBuffer.wrap(row.getBytes(1)),
                            new Former.Remembered(article, deletedAt == null ? null : deletedAt.toInstant()));
                });
        if (!unmet.isEmpty()) {
            run(new Sql()
                    .add(
                            "update former_identity set met_at = now() where article_id = any(?)"
                                    + " and deleted_at is not null returning 1",
                            unmet));
        }
        return new Former(remembered);
    }

    /** Whether an article with this address was deleted. */
    boolean isDeleted(String canonicalUrl) {
        return run(new Sql()
                .add(
                        "select 1 from former_identity where deleted_at is not null and identity = ?",
                        Identity.of(Identity.URL, canonicalUrl).bytes()));
    }

    /**
     * A person has written an article. Its text, and with another source the id that its old one gives it, are remembered
     * where it has them no more, as its input goes on to call it so. Once: a text or source that it had from a person since
     * is none of its input, and there the id or text may be another article's. An address or id that is corrected within a
     * source is free for the article that it belongs to.
     *
     * @param before what it was known by
     * @param source the source that it had
     */
    void corrected(Article article, List<Identity> before, UUID source) {
        boolean moved = !article.sourceId.equals(source);
        List<Identity> gone = gone(article, before);
        List<String> kinds = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        for (Identity identity : gone) {
            if (identity.is(Identity.TEXT) || (moved && identity.is(Identity.EXTERNAL_ID))) {
                kinds.add(identity.by());
                hashes.add(identity.hex());
            }
        }
        if (!hashes.isEmpty()) {
            run(new Sql()
                    .add(
                            "insert into former_identity (identity, kind, article_id)"
                                    + " select decode(u.hash, 'hex'), u.kind, ?::uuid from unnest(?, ?) as u (kind, hash)"
                                    + " where not exists (select from former_identity f"
                                    + " where f.article_id = ? and f.kind = u.kind and f.deleted_at is null)"
                                    + " order by 1 on conflict (identity) do update set article_id = excluded.article_id,"
                                    + " deleted_at = null, met_at = null returning 1",
                            article.id,
                            kinds,
                            hashes,
                            article.id));
        }
        if (!moved) {
            free(article, gone);
        }
    }

    /** An import has written an article: it calls it as it does now, and by no other id. */
    void imported(Article article, List<Identity> before) {
        free(article, gone(article, before));
    }

    private static List<Identity> gone(Article article, List<Identity> before) {
        List<Identity> now = Identity.of(article);
        return before.stream().filter(identity -> !now.contains(identity)).toList();
    }

    /** An id that an article loses is not its former one either, as it may be since it was moved to a source and back. */
    private void free(Article article, List<Identity> gone) {
        gone.stream()
                .filter(identity -> identity.is(Identity.EXTERNAL_ID))
                .forEach(identity -> run(new Sql()
                        .add(
                                "delete from former_identity where identity = ? and article_id = ? returning 1",
                                identity.bytes(),
                                article.id)));
    }

    /**
     * Forgets deletions of articles that no feed has listed for so long, and a day more, as that is noted once a day. Of
     * several services one does it, the others have nothing to do.
     *
     * @return how many identities are forgotten
     */
    long purge(Duration retention) {
        long gone = 0;
        int last;
        do {
            last = database.query(
                            new Sql()
                                    .add(
                                            "delete from former_identity where identity in (select f.identity"
                                                    + " from former_identity f"
                                                    + " where f.met_at < now() - interval '1 day' - ? * interval '1 second'"
                                                    + " order by f.met_at limit ? for update skip locked) returning 1",
                                            retention.toSeconds(),
                                            DELETED_AT_ONCE),
                            row -> true)
                    .size();
            gone += last;
        } while (last == DELETED_AT_ONCE);
        return gone;
    }

    private boolean run(Sql statement) {
        return !database.query(statement, row -> true).isEmpty();
    }
}
