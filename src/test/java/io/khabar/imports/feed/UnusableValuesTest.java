package io.khabar.imports.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.khabar.imports.draft.Draft;
import io.khabar.imports.draft.DraftAuthor;
import io.khabar.imports.draft.Finding;
import io.khabar.imports.html.PageReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and authors in feeds and pages of which an article cannot have what is written: a finding says what is lost. */
class UnusableValuesTest {

    private static final String LONG = "https://herald.example/" + "a".repeat(2_077);

    private static final Finding TOO_LONG =
            Finding.warning("too-long", "The address has more than 2048 characters.", "url");

    private static final Finding LOGIN = Finding.warning(
            "address-unreadable", "The address has a user name or password, which is not published.", "url");

    private static final String TEXT =
            "The harbour of Port Saint Anne reopened to cargo ships on Tuesday after a strike"
                    + " that had closed it for nineteen days.";

    static Stream<Arguments> addresses() {
        return Stream.of(
                Arguments.of(LONG, TOO_LONG),
                Arguments.of(
                        "javascript:alert(1)",
                        Finding.warning("address-unreadable", "`javascript:alert(1)`: no http or https URL.", "url")),
                Arguments.of("https://reader:secret@herald.example/1", LOGIN),
                Arguments.of("//reader:secret@herald.example/1", LOGIN));
    }

    private static Draft entry(String feed) {
        return FeedReader.read(feed.getBytes(StandardCharsets.UTF_8), null, "https://herald.example/feed")
                .drafts()
                .getFirst();
    }

    private static Draft item(String markup) {
        return entry("<rss version='2.0'><channel><title>Herald</title><item>" + markup + "<description>" + TEXT
                + "</description></item></channel></rss>");
    }

    private static Draft page(String head, String url) {
        String page = "<!DOCTYPE html><html><head><title>Harbour reopens</title>" + head
                + "</head><body><article><h1>Harbour reopens</h1><p>" + TEXT + "</p></article></body></html>";
        return PageReader.read(page.getBytes(StandardCharsets.UTF_8), "utf-8", url);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void areNoAddressOfAnEntry(String address, Finding expected) {
        Draft rss = item("<guid isPermaLink='false'>1</guid><link>" + address + "</link>");
        Draft atom = entry("<feed xmlns='http://www.w3.org/2005/Atom'><title>Herald</title><entry><id>urn:1</id>"
                + "<link rel='alternate' href='" + address + "'/><content>" + TEXT + "</content></entry></feed>");
        Draft json = entry("{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Herald\","
                + " \"home_page_url\": \"https://herald.example/\", \"items\": [{\"id\": \"1\", \"url\": \"" + address
                + "\", \"content_text\": \"" + TEXT + "\"}]}");
        for (Draft draft : List.of(rss, atom, json)) {
            assertNull(draft.url());
            assertEquals(List.of(expected), draft.findings());
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void areNoAddressOfAPage(String address, Finding expected) {
        Draft draft = page("<link rel=canonical href='" + address + "'>", "https://herald.example/1");
        assertEquals("https://herald.example/1", draft.url());
        assertEquals(List.of(expected), draft.findings());
    }

    @Test
    void matterNotWhereABetterOneIsThere() {
        Draft entry = item("<link>javascript:alert(1)</link><link>https://herald.example/1</link>");
        assertEquals("https://herald.example/1", entry.url());
        assertEquals(List.of(), entry.findings());
        Draft page = page(
                "<link rel=canonical href='https://herald.example/1'><meta property='og:url' content='" + LONG + "'>",
                "https://herald.example/1?x=1");
        assertEquals("https://herald.example/1", page.url());
        assertEquals(List.of(), page.findings());
    }

    @Test
    void areNoLongerAuthors() {
        String name = "Abdel-Rahman ".repeat(40).strip();
        String cut = "Abdel-Rahman ".repeat(15).strip();
        Finding shortened = Finding.warning("shortened", "Cut to 200 characters.", "authors");
        for (Draft draft : List.of(
                item("<link>/1</link><dc:creator xmlns:dc='http://purl.org/dc/elements/1.1/'>" + name
                        + "</dc:creator>"),
                page(
                        "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"author\": {\"@type\":"
                                + " \"Person\", \"name\": \"" + name + "\"}}</script>",
                        "https://herald.example/1"))) {
            assertEquals(List.of(new DraftAuthor(cut, null)), draft.authors());
            assertEquals(List.of(shortened), draft.findings());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "article:author", "dc.creator"})
    void areNoBylines(String meta) {
        Draft draft = page(
                "<meta name='" + meta + "' content='" + "Abdel-Rahman ".repeat(40) + "'>", "https://herald.example/1");
        assertEquals(List.of(), draft.authors());
        assertEquals(
                List.of(Finding.warning("too-long", "A byline has more than 120 characters.", "authors")),
                draft.findings());
    }
}
