package io.khabar.duplicate;

import io.khabar.change.ChangePosition;
import io.khabar.list.Lists;
import io.khabar.list.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far the change log is followed, and what there is to read before that. */
@Singleton
class ProgressRepository {

    /**
     * How far the log is followed.
     *
     * @param position null before the first reading of all articles
     * @param scanned while all articles are read: the last one that was
     */
    record Progress(
            @Nullable ChangePosition position, @Nullable UUID scanned) {}

    private static final String PROGRESS = "select transaction, number, scanned from duplicate_progress";

    private final Lists database;

    ProgressRepository(Lists database) {
        this.database = database;
    }

    Progress current() {
        return database.query(new Sql().add(PROGRESS), ProgressRepository::progress)
                .getFirst();
    }

    /** How far the log is followed, for the one who goes on from there; empty where another process is at it. */
    Optional<Progress> claim() {
        return database
                .query(new Sql().add(PROGRESS + " for update skip locked"), ProgressRepository::progress)
                .stream()
                .findFirst();
    }

    private static Progress progress(ResultSet row) throws SQLException {
        long transaction = row.getLong(1);
        return new Progress(
                row.wasNull() ? null : new ChangePosition(transaction, row.getLong(2)), row.getObject(3, UUID.class));
    }

    void save(Progress progress) {
        ChangePosition position = progress.position();
        database.query(
                new Sql()
                        .add(
                                "update duplicate_progress set transaction = ?::bigint, number = ?::bigint,"
                                        + " scanned = ?::uuid returning true",
                                position == null ? null : position.transaction(),
                                position == null ? null : position.number(),
                                progress.scanned()),
                row -> true);
    }

    /** The next articles in the order of their ids. */
    List<UUID> articlesAfter(UUID id, int most) {
        return database.query(
                new Sql().add("select id from article where id > ? order by id limit ?", id, most),
                row -> row.getObject(1, UUID.class));
    }

    /** Some articles that are known and gone. */
    List<UUID> gone(int most) {
        return database.query(
                new Sql()
                        .add(
                                "select f.article_id from article_fingerprint f where not exists"
                                        + " (select from article a where a.id = f.article_id) limit ?",
                                most),
                row -> row.getObject(1, UUID.class));
    }
}
