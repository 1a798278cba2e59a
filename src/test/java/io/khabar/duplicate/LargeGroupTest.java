package io.khabar.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Changes;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Seeds;
import io.khabar.fixture.Sources;
import io.khabar.http.Ids;
import io.khabar.transaction.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Groups that are too large to be taken apart, handed on. No thread follows the log here. */
@QuarkusTest
class LargeGroupTest {

    private static final int SIZE = Regrouping.LARGE + 20;

    @Inject
    DuplicateService duplicates;

    @Inject
    FingerprintRepository fingerprints;

    @Inject
    GroupRepository groups;

    @Inject
    Transactions transactions;

    @Inject
    Ids ids;

    @Inject
    DataSource database;

    private void follow() {
        RegroupingTest.follow(duplicates);
    }

    /** Makes a step for some articles, as one that reads the log only so far. */
    private void step(List<String> articles) {
        List<UUID> written = articles.stream().map(UUID::fromString).toList();
        transactions.run(() -> {
            Regrouping.of(written, fingerprints, groups, ids);
            return true;
        });
    }

    private static Map<String, String> duplicates(String source) {
        return RegroupingTest.duplicates(source);
    }

    /** The articles of a source, the earliest first. */
    private static List<String> articles(String source) {
        return new ArrayList<>(duplicates(source).keySet());
    }

    private static void delete(List<String> articles) {
        articles.forEach(id -> Api.delete("/v1/articles/" + id).is(204));
    }

    private static void imported(String source, String text, int articles) {
        imported(source, articles, "", _ -> text, i -> i);
    }

    /** Imports articles, each with a text, and published in one of the first seconds of 2015. */
    private static void imported(
            String source, int articles, String query, IntFunction<String> text, IntUnaryOperator second) {
        String lines = IntStream.range(0, articles)
                .mapToObj(i -> Articles.body(
                                source,
                                "body",
                                text.apply(i),
                                "externalId",
                                "n" + i,
                                "published",
                                "2015-01-01T00:%02d:%02dZ"
                                        .formatted(second.applyAsInt(i) / 60, second.applyAsInt(i) % 60))
                        .toString())
                .collect(Collectors.joining("\n"));
        Imports.lines(query, lines);
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void assertAllLedByTheLiving() throws SQLException {
        assertEquals(
                0,
                number("select count(*) from duplicate_group g where not exists"
                        + " (select from article where id = g.leader_id)"));
    }

    private static int story() {
        return Seeds.random().nextInt(1_000_000) + 2_000_000;
    }

    @Test
    void aLargeGroupIsHandedOn() throws SQLException {
        String source = Sources.created();
        int base = story();
        String text = Stories.text(base, 60);
        imported(source, text, Regrouping.LARGE + 20);
        follow();
        String first = leader(source, Regrouping.LARGE + 20);
        // An earlier one takes the lead of all of them; that is told of two.
        String earlier = RegroupingTest.create(source, Stories.edited(text, 5, 1), "2014");
        Changes changes = Changes.fromNow();
        follow();
        assertEquals(earlier, leader(source, Regrouping.LARGE + 21));
        assertEquals(
                List.of("article updated 1"),
                changes.next(1).stream().map(Changes::brief).toList());
        // It goes, and the next one leads again.
        Api.delete("/v1/articles/" + earlier).is(204);
        follow();
        assertEquals(first, leader(source, Regrouping.LARGE + 20));
        // Its text is another one, and it is alone.
        RegroupingTest.patch(first, "body", Stories.text(base + 1, 60));
        follow();
        Map<String, String> of = duplicates(source);
        assertEquals("", of.get(first));
        of.remove(first);
        String second = of.entrySet().stream()
                .filter(one -> one.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining());
        assertEquals(
                Regrouping.LARGE + 18,
                of.values().stream().filter(second::equals).count());
        // It is published later than all others, and is one of them.
        RegroupingTest.patch(second, "published", "2020");
        follow();
        assertFalse(Objects.requireNonNull(duplicates(source).get(second)).isEmpty());
        // With its text and date it leads again.
        RegroupingTest.patch(first, "body", text);
        follow();
        assertEquals(first, leader(source, Regrouping.LARGE + 20));
        assertEquals(
                Regrouping.LARGE + 20,
                number("select articles from duplicate_group where leader_id = '" + first + "'"));
    }

    /** The one that all others of a source are duplicates of. */
    private static String leader(String source, int articles) {
        Map<String, String> of = duplicates(source);
        assertEquals(articles, of.size());
        List<String> leaders = of.entrySet().stream()
                .filter(one -> one.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        assertEquals(1, leaders.size());
        assertEquals(
                articles - 1,
                of.values().stream().filter(leaders.getFirst()::equals).count());
        return leaders.getFirst();
    }

    @Test
    void aLargeGroupIsHandedOnPastThoseWhoAreGone() throws SQLException {
        String source = Sources.created();
        imported(source, Stories.text(story(), 60), SIZE);
        follow();
        List<String> all = articles(source);
        delete(all.subList(0, 4));
        // That the fourth one is gone is read in a later step.
        step(all.subList(0, 3));
        follow();
        assertEquals(all.get(4), leader(source, SIZE - 4));
        delete(all.subList(4, SIZE));
        step(all.subList(4, 5));
        assertAllLedByTheLiving();
        follow();
        assertAllLedByTheLiving();
    }

    @Test
    void aLargeGroupIsHandedOnPastThoseWhoWereEdited() {
        String source = Sources.created();
        int base = story();
        imported(source, Stories.text(base, 60), SIZE);
        follow();
        List<String> all = articles(source);
        delete(all.subList(0, 1));
        RegroupingTest.patch(all.get(1), "body", Stories.text(base + 1, 60));
        step(all.subList(0, 1));
        follow();
        Map<String, String> of = duplicates(source);
        assertEquals("", of.remove(all.get(1)));
        assertEquals("", of.remove(all.get(2)));
        assertEquals(SIZE - 3, of.size());
        assertEquals(List.of(all.get(2)), of.values().stream().distinct().toList());
    }

    @Test
    void allOfALargeGroupGetTextsOfTheirOwn() throws SQLException {
        String source = Sources.created();
        int base = story();
        imported(source, Stories.text(base, 60), SIZE);
        follow();
        List<String> all = articles(source);
        imported(source, SIZE, "?onExisting=update", i -> Stories.text(base + 1 + i, 60), i -> i);
        step(all.subList(0, 1));
        follow();
        assertEquals(
                List.of(""), duplicates(source).values().stream().distinct().toList());
        assertEquals(
                0,
                number("select count(*) from article_fingerprint where group_id is not null and article_id in ("
                        + all.stream().map(id -> "'" + id + "'").collect(Collectors.joining(",")) + ")"));
    }

    @Test
    void allOfALargeGroupGetOtherDates() {
        String source = Sources.created();
        String text = Stories.text(story(), 60);
        imported(source, text, SIZE);
        follow();
        List<String> all = articles(source);
        imported(source, SIZE, "?onExisting=update", _ -> text, i -> 2 * SIZE - i);
        step(all.subList(0, 1));
        follow();
        assertEquals(all.getLast(), leader(source, SIZE));
    }

    @Test
    void leadersOfTwoLargeGroupsChangeTheirTexts() {
        int base = story();
        List<String> sources = List.of(Sources.created(), Sources.created());
        List<String> texts = List.of(Stories.text(base, 60), Stories.text(base + 1, 60));
        List<String> leaders = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            leaders.add(RegroupingTest.create(sources.get(i), texts.get(i), "2014"));
            imported(sources.get(i), texts.get(i), Regrouping.LARGE);
        }
        follow();
        assertEquals(leaders.getFirst(), leader(sources.getFirst(), Regrouping.LARGE + 1));
        assertEquals(leaders.getLast(), leader(sources.getLast(), Regrouping.LARGE + 1));
        RegroupingTest.patch(leaders.getFirst(), "body", texts.getLast());
        RegroupingTest.patch(leaders.getLast(), "body", texts.getFirst());
        follow();
        for (int i = 0; i < 2; i++) {
            Map<String, String> of = duplicates(sources.get(i));
            assertEquals("", of.remove(leaders.get(i)));
            assertEquals(
                    List.of(leaders.get(1 - i)), of.values().stream().distinct().toList());
        }
    }
}
