package io.khabar.imports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.khabar.imports.draft.Draft;
import io.khabar.imports.draft.DraftAuthor;
import io.khabar.imports.draft.DraftImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fact of a page, said by JSON-LD, OpenGraph, {@code meta} and an element: who says it first of these is believed. */
class PageTrustTest {

    private static final String TEXT =
            "<p>The harbour reopened to cargo ships on Tuesday after a strike that had closed it for nineteen days,"
                    + " and the first ship came in at noon.</p>";

    /** How a fact is written: in JSON-LD, in OpenGraph, in meta elements, and in the page; {@code ?} is the value. */
    private record Ways(
            @Nullable String linked,
            @Nullable String graph,
            @Nullable String meta,
            @Nullable String element) {

        List<@Nullable String> all() {
            return java.util.Arrays.asList(linked, graph, meta, element);
        }
    }

    private record Fact(Ways ways, List<String> values, Function<Draft, @Nullable Object> read) {}

    private static final List<String> WORDS = List.of("Linked", "Graph", "Meta", "Element");
    private static final List<String> THREE_WORDS = WORDS.subList(0, 3);
    private static final List<String> NAMES = List.of("Ada Linked", "Bea Graph", "Cleo Meta", "Dora Element");
    private static final List<String> DAYS = List.of("2023-11-14", "2023-11-15", "2023-11-16", "2023-11-17");

    private static final Map<String, Fact> FACTS = Map.of(
            "title",
            new Fact(
                    new Ways(
                            "'headline':'Port ?'",
                            "<meta property='og:title' content='Port ?'>",
                            "<meta name='dc.title' content='Port ?'>",
                            "<h1>Port ?</h1>"),
                    WORDS,
                    draft -> String.valueOf(draft.title()).replace("Port ", "")),
            "authors",
            new Fact(
                    new Ways(
                            "'author':{'@type':'Person','name':'?'}",
                            "<meta property='article:author' content='?'>",
                            "<meta name='author' content='?'>",
                            "<span itemprop='author'>?</span>"),
                    NAMES,
                    draft -> draft.authors().stream()
                            .map(DraftAuthor::name)
                            .findFirst()
                            .orElse(null)),
            "published",
            new Fact(
                    new Ways(
                            "'datePublished':'?'",
                            "<meta property='article:published_time' content='?'>",
                            "<meta name='dc.date.issued' content='?'>",
                            "<time datetime='?'>then</time>"),
                    DAYS,
                    Draft::published),
            "modified",
            new Fact(
                    new Ways(
                            "'dateModified':'?'",
                            "<meta property='article:modified_time' content='?'>",
                            "<meta name='dcterms.modified' content='?'>",
                            "<time itemprop='dateModified' datetime='?'>then</time>"),
                    DAYS,
                    Draft::modified),
            "section",
            new Fact(
                    new Ways(
                            "'articleSection':'?'",
                            "<meta property='article:section' content='?'>",
                            "<meta name='section' content='?'>",
                            null),
                    THREE_WORDS,
                    Draft::section),
            "keywords",
            new Fact(
                    new Ways(
                            "'keywords':['?']",
                            "<meta property='article:tag' content='?'>",
                            "<meta name='keywords' content='?'>",
                            null),
                    THREE_WORDS,
                    draft -> draft.keywords().getFirst()),
            "image",
            new Fact(
                    new Ways(
                            "'image':'https://news.example/?'",
                            "<meta property='og:image' content='/?'>",
                            "<meta name='thumbnail' content='/?'>",
                            null),
                    THREE_WORDS,
                    draft -> address(draft.image())),
            "language",
            new Fact(
                    new Ways(
                            "'inLanguage':'?'",
                            "<meta property='og:locale' content='?'>",
                            "<meta name='dc.language' content='?'>",
                            null),
                    List.of("en-GB", "en-US", "en-NZ"),
                    Draft::language));

    private static String address(@Nullable DraftImage image) {
        return image == null ? "" : image.url().replace("https://news.example/", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "authors", "published", "modified", "section", "keywords", "image", "language"})
    void isInTheirOrder(String name) {
        Fact fact = java.util.Objects.requireNonNull(FACTS.get(name));
        for (int first = 0; first < fact.values().size(); first++) {
            Draft draft = read(fact, first);
            assertEquals(fact.values().get(first), String.valueOf(fact.read().apply(draft)), name);
        }
    }

    /** The page in which the first ways to say a fact are left out. */
    private static Draft read(Fact fact, int first) {
        StringBuilder linked = new StringBuilder("<script type='application/ld+json'>{\"@type\":\"NewsArticle\"");
        StringBuilder head = new StringBuilder();
        StringBuilder body = new StringBuilder();
        // The least trusted first: what counts is who says it, not where it stands.
        for (int way = fact.values().size() - 1; way >= first; way--) {
            String written = String.valueOf(fact.ways().all().get(way))
                    .replace("?", fact.values().get(way));
            if (way == 0) {
                linked.append(',').append(written.replace('\'', '"'));
            } else if (way == 3) {
                body.append(written);
            } else {
                head.append(written);
            }
        }
        String page = "<!doctype html><html><head>" + head + linked + "}</script></head><body><article>" + body + TEXT
                + "</article></body></html>";
        return PageReader.read(page.getBytes(StandardCharsets.UTF_8), "utf-8", "https://news.example/a");
    }
}
