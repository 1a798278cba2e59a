package io.khabar.duplicate;

import io.khabar.list.Lists;
import io.khabar.list.Sql;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Groups of copies, and the articles that are told of them. */
@Singleton
class GroupRepository {

    /** Copies of one story, the earliest of which leads. */
    record Group(UUID id, UUID leader, int articles) {}

    private final Lists database;

    GroupRepository(Lists database) {
        this.database = database;
    }

    Map<UUID, Group> groups(Collection<UUID> ids) {
        Map<UUID, Group> groups = new HashMap<>();
        if (!ids.isEmpty()) {
            database.query(
                    new Sql().add("select id, leader_id, articles from duplicate_group where id = any(?::uuid[])", ids),
                    row -> {
                        UUID id = row.getObject(1, UUID.class);
                        return groups.put(id, new Group(id, row.getObject(2, UUID.class), row.getInt(3)));
                    });
        }
        return groups;
    }

    /**
     * Brings groups in line with what is known of their articles: with fewer than two they end.
     *
     * @param leaders the groups, each with its leader; null where that stays as it is
     */
    void settle(Map<UUID, @Nullable UUID> leaders) {
        Map<UUID, Integer> articles = new HashMap<>();
        database.query(
                new Sql()
                        .add(
                                "select group_id, count(*) from article_fingerprint where group_id = any(?::uuid[])"
                                        + " group by group_id",
                                leaders.keySet()),
                row -> articles.put(row.getObject(1, UUID.class), row.getInt(2)));
        List<UUID> ended = leaders.keySet().stream()
                .filter(group -> articles.getOrDefault(group, 0) < 2)
                .toList();
        if (!ended.isEmpty()) {
            database.query(
                    new Sql()
                            .add(
                                    "with alone as (update article_fingerprint set group_id = null"
                                            + " where group_id = any(?::uuid[]))"
                                            + " delete from duplicate_group where id = any(?::uuid[]) returning true",
                                    ended,
                                    ended),
                    row -> true);
        }
        List<Map.Entry<UUID, @Nullable UUID>> living = leaders.entrySet().stream()
                .filter(group -> articles.getOrDefault(group.getKey(), 0) > 1)
                .toList();
        List<Map.Entry<UUID, @Nullable UUID>> led =
                living.stream().filter(group -> group.getValue() != null).toList();
        List<Map.Entry<UUID, @Nullable UUID>> same =
                living.stream().filter(group -> group.getValue() == null).toList();
        if (!led.isEmpty()) {
            database.query(
                    new Sql()
                            .add(
                                    "insert into duplicate_group (id, leader_id, articles) select * from"
                                            + " unnest(?::text[]::uuid[], ?::text[]::uuid[], ?::text[]::integer[])"
                                            + " on conflict (id) do update set leader_id = excluded.leader_id,"
                                            + " articles = excluded.articles returning true",
                                    Texts.of(led, Map.Entry::getKey),
                                    Texts.of(led, Map.Entry::getValue),
                                    Texts.of(led, group -> articles.get(group.getKey()))),
                    row -> true);
        }
        if (!same.isEmpty()) {
            database.query(
                    new Sql()
                            .add(
                                    "update duplicate_group g set articles = new.articles from"
                                            + " unnest(?::text[]::uuid[], ?::text[]::integer[]) as new (id, articles)"
                                            + " where g.id = new.id returning true",
                                    Texts.of(same, Map.Entry::getKey),
                                    Texts.of(same, group -> articles.get(group.getKey()))),
                    row -> true);
        }
    }

    /**
     * Tells articles whether they are duplicates. Only those for which that is new are written, and they get no new
     * version: nobody has edited them. The log has an entry for each.
     *
     * @param groups of each article the group that it is in behind another; null where it is no duplicate
     */
    void tell(Map<UUID, @Nullable UUID> groups) {
        if (groups.isEmpty()) {
            return;
        }
        List<Map.Entry<UUID, @Nullable UUID>> all = List.copyOf(groups.entrySet());
        // Locked in one order, as others lock several, too.
        database.query(
                new Sql()
                        .add(
                                "with new as materialized (select a.id, n.group_id from"
                                        + " unnest(?::text[]::uuid[], ?::text[]::uuid[]) as n (id, group_id)"
                                        + " join article a on a.id = n.id"
                                        + " where a.duplicate_group_id is distinct from n.group_id"
                                        + " order by a.id for no key update of a)"
                                        + " update article a set duplicate_group_id = new.group_id from new"
                                        + " where a.id = new.id returning true",
                                Texts.of(all, Map.Entry::getKey),
                                Texts.of(all, Map.Entry::getValue)),
                row -> true);
    }
}
