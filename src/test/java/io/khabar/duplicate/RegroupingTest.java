package io.khabar.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Changes;
import io.khabar.fixture.Json;
import io.khabar.fixture.Seeds;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Groups after writes of all kinds. No thread follows the log here: each test makes the steps itself. */
@QuarkusTest
class RegroupingTest {

    @Inject
    DuplicateService duplicates;

    @Inject
    FingerprintRepository fingerprints;

    @Inject
    DataSource database;

    private void follow() {
        follow(duplicates);
    }

    /** Steps until there is nothing more to do. */
    static void follow(DuplicateService duplicates) {
        Changes.eventually(() -> {
            DuplicateService.Next next = duplicates.step();
            while (next == DuplicateService.Next.MORE) {
                next = duplicates.step();
            }
            return next == DuplicateService.Next.NOTHING;
        });
    }

    /** Each article of a source, the earliest first, and of which it is a duplicate; empty where of none. */
    static Map<String, String> duplicates(String source) {
        Map<String, String> of = new LinkedHashMap<>();
        String cursor = "";
        do {
            JsonNode page = Api.get(
                            "/v1/articles?fields=id,duplicateOf&limit=100&sort=published&source=" + source + cursor)
                    .is(200)
                    .json();
            page.path("items")
                    .forEach(item -> of.put(
                            item.path("id").asText(), item.path("duplicateOf").asText()));
            cursor = page.path("page").path("nextCursor").asText();
            cursor = cursor.isEmpty() ? "" : "&cursor=" + cursor;
        } while (!cursor.isEmpty());
        return of;
    }

    static String create(String source, String body, String published) {
        return Articles.created(source, "body", body, "published", published)
                .path("id")
                .asText();
    }

    static void patch(String id, String field, @Nullable Object value) {
        Api.patch("/v1/articles/" + id, Json.object(field, value)).is(200);
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void holdsWhateverIsWritten() throws SQLException {
        Random random = Seeds.random();
        String source = Sources.created();
        int base = random.nextInt(1_000_000);
        List<String> living = new ArrayList<>();
        for (int round = 0; round < 8; round++) {
            for (int i = 0; i < 12; i++) {
                String body = body(random, base);
                String published = "20" + (10 + random.nextInt(10));
                int choice = living.isEmpty() ? 0 : random.nextInt(8);
                String id = living.isEmpty() ? "" : living.get(random.nextInt(living.size()));
                switch (choice) {
                    case 4 -> patch(id, "body", body);
                    case 5 -> patch(id, "published", random.nextBoolean() ? published : null);
                    case 6, 7 -> {
                        Api.delete("/v1/articles/" + id).is(204);
                        living.remove(id);
                    }
                    default -> living.add(create(source, body, published));
                }
            }
            follow();
            holds(source, living);
        }
        for (String id : living) {
            Api.delete("/v1/articles/" + id).is(204);
        }
        follow();
        assertEquals(
                0,
                number("select count(*) from duplicate_group g where not exists"
                        + " (select from article where id = g.leader_id)"));
    }

    private static String body(Random random, int base) {
        int story = base + random.nextInt(3);
        String text = Stories.text(story, random.nextInt(6) == 0 ? 20 : 50);
        return Stories.endingOtherwise(
                Stories.edited(text, random.nextInt(14), random.nextInt(2)), random.nextInt(14), random.nextInt(2));
    }

    /** What package-info.java promises. */
    private void holds(String source, List<String> living) throws SQLException {
        Map<String, String> of = duplicates(source);
        assertEquals(
                living.stream().sorted().toList(), of.keySet().stream().sorted().toList());
        Map<UUID, Story> stories =
                fingerprints.stories(living.stream().map(UUID::fromString).toList());
        List<Story> leaders = new ArrayList<>();
        of.forEach((id, leader) -> {
            Story story = story(stories, id);
            if (leader.isEmpty()) {
                leaders.add(story);
            } else {
                assertEquals("", of.get(leader), "a duplicate of a duplicate");
                assertTrue(story(stories, leader).isBefore(story));
                assertTrue(story(stories, leader).isCopyOf(story));
            }
        });
        for (Story one : leaders) {
            for (Story other : leaders) {
                assertFalse(!one.equals(other) && one.isCopyOf(other), () -> one + " " + other);
            }
        }
        assertEquals(
                0,
                number("select count(*) from duplicate_group g where articles < 2 or articles <> (select count(*)"
                        + " from article_fingerprint f where f.group_id = g.id) or not exists (select from"
                        + " article_fingerprint f where f.article_id = g.leader_id and f.group_id = g.id"
                        + " and f.bands is not null)"));
    }

    private static Story story(Map<UUID, Story> stories, String id) {
        return Objects.requireNonNull(stories.get(UUID.fromString(id)));
    }

    @Test
    void readsAllArticlesAgainWhereItsPlaceInTheLogIsLost() throws SQLException {
        String source = Sources.created();
        int base = Seeds.random().nextInt(1_000_000) + 4_000_000;
        String text = Stories.text(base, 60);
        String one = create(source, text, "2011");
        String two = create(source, text, "2012");
        String three = create(source, text, "2013");
        follow();
        assertEquals(Map.of(one, "", two, one, three, one), duplicates(source));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table article disable trigger user");
            statement.execute("delete from article where id = '" + one + "'");
            statement.execute("alter table article enable trigger user");
            statement.execute("update duplicate_progress set transaction = 1, number = 0");
            statement.execute("update change_kept set transaction = '2' where transaction < '2'");
        }
        follow();
        assertEquals(Map.of(two, "", three, two), duplicates(source));
    }

    @Test
    void passesAnArticleByWithWhichItAlwaysFails() throws SQLException {
        String source = Sources.created();
        String text = Stories.text(Seeds.random().nextInt(1_000_000) + 8_000_000, 60);
        String one = create(source, text, "2011");
        follow();
        String bad = create(source, text, "2012");
        String three = create(source, text, "2013");
        CarefulSteps steps = new CarefulSteps(duplicates);
        int failures = 0;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table article_fingerprint add constraint article_fingerprint_of_a_test check"
                    + " (article_id <> '" + bad + "')");
            try {
                DuplicateService.Next next = DuplicateService.Next.MORE;
                long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
                while (next != DuplicateService.Next.NOTHING) {
                    assertTrue(System.nanoTime() < end, "it does not go on");
                    try {
                        next = steps.next();
                    } catch (RuntimeException failed) {
                        failures++;
                    }
                }
            } finally {
                statement.execute("alter table article_fingerprint drop constraint article_fingerprint_of_a_test");
            }
        }
        assertEquals(Map.of(one, "", bad, "", three, one), duplicates(source));
        assertEquals(4, failures);
        // Written again it is looked at again.
        patch(bad, "title", "t");
        follow();
        assertEquals(Map.of(one, "", bad, one, three, one), duplicates(source));
    }

    @Test
    void changesNoVersionAndTellsThoseWhoFollowTheLog() {
        String source = Sources.created();
        String text = Stories.text(Seeds.random().nextInt(1_000_000) + 6_000_000, 60);
        String one = create(source, text, "2011");
        JsonNode two = Articles.created(source, "body", text);
        follow();
        Changes changes = Changes.fromNow();
        Api.Answer before = Api.get(Articles.path(two)).is(200);
        Api.delete("/v1/articles/" + one).is(204);
        follow();
        Api.Answer after = Api.get(Articles.path(two)).is(200);
        assertEquals(one, before.json().path("duplicateOf").asText());
        assertFalse(after.json().has("duplicateOf"));
        assertEquals(before.json().path("version"), after.json().path("version"));
        assertEquals(before.json().path("updatedAt"), after.json().path("updatedAt"));
        assertFalse(before.etag().equals(after.etag()));
        // The entity tag that was read before is still good for a write.
        Api.patch(Articles.path(two), Json.object("title", "t"), "If-Match", before.etag())
                .is(200);
        List<String> told = changes.page(100).stream()
                .filter(change -> change.path("id").equals(two.path("id")))
                .map(Changes::brief)
                .toList();
        assertEquals(List.of("article updated 1", "article updated 2"), told);
    }

    @Test
    void leavesTheStepToAnotherProcessThatIsAtIt() throws SQLException {
        follow();
        Articles.created(Sources.created());
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.execute("select from duplicate_progress for update");
            }
            Changes.eventually(() -> duplicates.step() == DuplicateService.Next.OTHERS);
            other.rollback();
        }
        follow();
    }
}
