package io.khabar.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.search.query.Query;
import io.khabar.search.query.TextField;
import io.khabar.search.text.Languages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries on a few articles; each is named by the last letter of its id. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArticleIndexTest {

    private static final List<TextField> EVERYWHERE = List.of(TextField.values());
    private static final Condition ANYTHING = new Condition.All(List.of());
    private static final Order BEST = Order.best(0, new Recency(0, Instant.EPOCH));
    static final Languages LANGUAGES = new Languages();

    private ArticleIndex index;

    /** The backend that is tested; what was written into a folder is there again. */
    ArticleIndex open(Path in) {
        return LuceneIndex.open(in, LANGUAGES);
    }

    @BeforeAll
    void fill(@TempDir Path folder) throws IOException {
        index = open(folder);
        index.write(
                List.of(
                        article(
                                '1',
                                "ar",
                                "افتتاح مكتبة عامة في طرطوس",
                                "افتتحت بلدية طرطوس مكتبة قرب الميناء، وقال الوزير إنها مجانية"),
                        article(
                                '2',
                                "ar",
                                "الوزارة تعلن ميزانية المدارس",
                                "أعلنت وزارة التربية ميزانية جديدة للمدارس في دمشق وحلب"),
                        article(
                                '3',
                                "en",
                                "Ministers meet in Damascus",
                                "The minister of education was running late. To be or not to be."),
                        article(
                                '4',
                                "fr",
                                "Élections législatives à Tunis",
                                "Les électeurs de la capitale votent, l'école est fermée"),
                        article('5', "fa", "کتاب‌های تازه در تهران", "نمایشگاه کتاب تهران باز شد")),
                List.of());
    }

    @AfterAll
    void close() {
        index.close();
    }

    private static UUID id(char name) {
        return UUID.fromString("01900000-0000-7000-8000-00000000000" + name);
    }

    private static IndexedArticle article(char name, String language, String title, String body) {
        Instant day = Instant.parse("2021-09-0" + name + "T00:00:00Z");
        IndexedArticle article = new IndexedArticle(id(name), day, day);
        article.language = List.of(language);
        article.text(TextField.TITLE, title, language, LANGUAGES);
        article.text(TextField.BODY, body, language, LANGUAGES);
        article.published(true, day, day.plusSeconds(1));
        return article;
    }

    @Test
    void keepsWhatWasAddedInPortionsAndCommittedOnce(@TempDir Path folder) throws IOException {
        try (ArticleIndex portions = open(folder)) {
            portions.add(
                    List.of(article('1', "en", "Harbour", "It reopened"), article('2', "en", "Strike", "It ends")),
                    List.of());
            portions.add(List.of(article('3', "en", "Snow", "It fell")), List.of(id('1')));
            portions.commit();
            assertEquals(2, portions.documents());
            portions.add(List.of(article('2', "en", "Strike", "It goes on")), List.of());
            portions.commit();
            assertEquals(2, portions.documents());
        }
        try (ArticleIndex again = open(folder)) {
            assertEquals(2, again.documents());
        }
    }

    private Hits search(String query, Order order, int limit) {
        return index.search(Query.parse(query), EVERYWHERE, ANYTHING, order, limit, 1000);
    }

    private static String names(Hits hits) {
        return hits.hits().stream()
                .map(hit -> hit.id().toString().substring(35))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource({
        "مكتبة, 1",
        "المكتبات, 1",
        "وزير, 1",
        "الوزارات, 2",
        "minister, 3",
        "running ministers, 3",
        "\"to be or not to be\", 3",
        "\"minister of education\", 3",
        "election, 4",
        "élections, 4",
        "ecole, 4",
        "كتاب, 5",
        "کتاب, 5",
        "طرطوس -مكتبة, ''",
        "دمشق OR طرطوس, 12",
        "title:minister, 3",
        "body:tunis, ''",
        "minis*, 3",
        "title:طر*, 1",
        "في, 12",
        "!!!, ''",
        "nothing here matches, ''",
        "٢٠٢١, ''",
    })
    void finds(String query, String expected) {
        String found = names(search(query, BEST, 10));
        assertEquals(sorted(expected), sorted(found), found);
    }

    private static String sorted(String names) {
        return names.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
    }

    @Test
    void ordersByAFieldFromAPlaceOn() {
        Order newest = Order.by("publishedSort", true, null);
        Hits first = search("دمشق OR طرطوس OR minister OR tunis", newest, 2);
        assertEquals("43", names(first));
        assertTrue(first.more());
        assertEquals(4, first.total());
        Hits.Hit last = first.hits().getLast();
        Order next = Order.by("publishedSort", true, new Order.Place(last.key(), last.id(), false));
        Hits second = search("دمشق OR طرطوس OR minister OR tunis", next, 2);
        assertEquals("21", names(second));
        assertEquals(4, second.total());
        assertTrue(second.exact());
        assertFalse(second.more());
        Order inclusive = Order.by("publishedSort", false, new Order.Place(last.key(), last.id(), true));
        assertEquals("34", names(search("دمشق OR طرطوس OR minister OR tunis", inclusive, 5)));
    }

    @Test
    void tellsOfAllThatIsFoundInPortions() {
        for (int portion = 1; portion <= 5; portion++) {
            int most = portion;
            List<UUID> found = new ArrayList<>();
            index.ids(Query.parse("دمشق OR طرطوس OR minister OR tunis"), EVERYWHERE, ANYTHING, portion, ids -> {
                assertTrue(!ids.isEmpty() && ids.size() <= most, ids::toString);
                found.addAll(ids);
            });
            assertEquals(
                    List.of(id('1'), id('2'), id('3'), id('4')),
                    found.stream().sorted().toList());
        }
        List<UUID> all = new ArrayList<>();
        index.ids(null, List.of(), new Condition.Not(new Condition.Ids(List.of(id('2')))), 2, all::addAll);
        assertEquals(
                List.of(id('1'), id('3'), id('4'), id('5')),
                all.stream().sorted().toList());
        index.ids(Query.parse("nowhere"), EVERYWHERE, ANYTHING, 2, all::addAll);
        assertEquals(4, all.size());
    }

    @Test
    void comparesMentionedDatesEachByItself(@TempDir Path other) throws IOException {
        Instant begin = Instant.parse("2011-01-01T00:00:00Z");
        Instant end = Instant.parse("2012-01-01T00:00:00Z");
        IndexedArticle open = article('1', "en", "One", "Cats");
        open.mentions(false, end, null);
        IndexedArticle closed = article('2', "en", "Two", "Cats");
        closed.mentions(false, begin, end);
        closed.mentions(true, Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2020-01-01T00:00:01Z"));
        try (ArticleIndex written = open(other)) {
            written.write(List.of(open, closed), List.of());
            // One date of `closed` is an instant, another lies before 2012; none is both.
            assertEquals("", names(cats(written, overlap("mentionedInstants", null, end))));
            Condition before = overlap("mentionedDates", null, end);
            assertEquals("2", names(cats(written, before)));
            assertEquals("1", names(cats(written, new Condition.Not(before))));
            // Ends are no part of what they end.
            assertEquals("1", names(cats(written, overlap("mentionedDates", end, null))));
            assertEquals("12", sorted(names(cats(written, overlap("mentionedDates", end.minusNanos(1000), null)))));
            assertEquals("", names(cats(written, overlap("mentionedDates", null, begin))));
            assertEquals("", names(cats(written, overlap("mentionedDates", end, end))));
            assertEquals("12", sorted(names(cats(written, overlap("mentionedDates", null, null)))));
            assertEquals("2", names(cats(written, new Condition.Ids(List.of(id('2'))))));
        }
    }

    private static Condition overlap(String field, @Nullable Instant from, @Nullable Instant to) {
        return new Condition.Overlap(
                field,
                from == null ? null : IndexedArticle.micros(from),
                to == null ? null : IndexedArticle.micros(to));
    }

    private static Hits cats(ArticleIndex in, Condition filter) {
        return in.search(Query.parse("cat"), EVERYWHERE, filter, BEST, 10, 10);
    }

    @Test
    void takesUpAWordOfMarksWithoutEnd(@TempDir Path other) throws IOException {
        String endless = "क" + "ा".repeat(11_000);
        try (ArticleIndex written = open(other)) {
            written.write(
                    List.of(article('1', "sa", endless, "Cats " + endless), article('2', "en", "Two", "Cats")),
                    List.of());
            Hits cats = written.search(Query.parse("cats"), EVERYWHERE, ANYTHING, BEST, 10, 10);
            assertEquals("12", sorted(names(cats)));
            Query some = Query.parse(endless.substring(0, 300));
            assertEquals("1", names(written.search(some, EVERYWHERE, ANYTHING, BEST, 10, 10)));
        }
    }

    /** An engine refuses a query of more than 1,024 clauses; each prefix stands for many. */
    @Test
    void answersManyPrefixes(@TempDir Path other) throws IOException {
        StringBuilder body = new StringBuilder();
        for (char first = 'a'; first < 'e'; first++) {
            for (int i = 0; i < 100; i++) {
                body.append(first)
                        .append("a")
                        .append((char) ('a' + i / 10))
                        .append((char) ('a' + i % 10))
                        .append(' ');
            }
        }
        StringBuilder query = new StringBuilder();
        for (char first = 'a'; first < 'e'; first++) {
            query.append(first).append("a* ");
        }
        try (ArticleIndex written = open(other)) {
            written.write(List.of(article('1', "sa", "One", body.toString())), List.of());
            Query prefixes = Query.parse(query.toString());
            assertEquals("1", names(written.search(prefixes, EVERYWHERE, ANYTHING, BEST, 10, 10)));
            List<TextField> four = List.of(TextField.LEAD, TextField.BODY, TextField.KEYWORDS, TextField.AUTHORS);
            assertEquals("1", names(written.search(prefixes, four, ANYTHING, BEST, 10, 10)));
        }
    }

    @Test
    void keepsWhatWasWritten(@TempDir Path other) throws IOException {
        try (ArticleIndex written = open(other)) {
            written.write(List.of(article('1', "en", "One", "Cats")), List.of());
            written.write(List.of(article('1', "en", "One", "Dogs"), article('2', "en", "Two", "Dogs")), List.of());
            written.write(List.of(), List.of(id('2')));
        }
        try (ArticleIndex again = open(other)) {
            assertEquals(1, again.documents());
            Hits dogs = again.search(Query.parse("dog"), EVERYWHERE, ANYTHING, BEST, 10, 10);
            assertEquals("1", names(dogs));
        }
    }
}
