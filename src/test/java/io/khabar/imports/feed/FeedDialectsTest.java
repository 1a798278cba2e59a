package io.khabar.imports.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.khabar.imports.draft.Draft;
import io.khabar.imports.draft.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same entry in each dialect that feeds have been written in. */
class FeedDialectsTest {

    private static final String HEAD = "<title>Island Herald</title><link>https://news.example/</link>";

    private static final String ENTRY = "<title>Port reopens</title><link>https://news.example/1</link>"
            + "<description>Ships are back.</description>";

    private static final String RSS = "<rss version='?'><channel>" + HEAD + "<description>d</description><item>" + ENTRY
            + "</item></channel></rss>";

    private static final String RDF =
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='?'><channel>" + HEAD
                    + "<description>d</description></channel><item>" + ENTRY + "</item></rdf:RDF>";

    private static final String JSON = "{\"version\": \"https://jsonfeed.org/version/?\", \"title\": \"Island Herald\","
            + " \"home_page_url\": \"https://news.example/\", \"items\": [{\"id\": \"1\", \"url\": \"https://news.example/1\","
            + " \"title\": \"Port reopens\", \"content_text\": \"Ships are back.\"}]}";

    @ParameterizedTest
    @ValueSource(strings = {"0.91", "0.92", "0.93", "0.94", "2.0"})
    void isReadInRss(String version) {
        read(RSS.replace("?", version));
    }

    /** RSS 0.90, as Netscape had it, and RSS 1.0. */
    @ParameterizedTest
    @ValueSource(strings = {"http://my.netscape.com/rdf/simple/0.9/", "http://purl.org/rss/1.0/"})
    void isReadInRdf(String namespace) {
        read(RDF.replace("?", namespace));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>Island Herald</title>"
                        + "<link rel='alternate' type='text/html' href='https://news.example/'/><entry>"
                        + "<title>Port reopens</title><link rel='alternate' type='text/html' href='https://news.example/1'/>"
                        + "<id>1</id><content type='text/html' mode='escaped'>&lt;p&gt;Ships are back.</content></entry></feed>",
                "<feed xmlns='http://www.w3.org/2005/Atom'><title>Island Herald</title><link href='https://news.example/'/>"
                        + "<entry><title>Port reopens</title><link href='https://news.example/1'/><id>1</id>"
                        + "<content>Ships are back.</content></entry></feed>"
            })
    void isReadInAtom(String feed) {
        read(feed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.1"})
    void isReadInJson(String version) {
        read(JSON.replace("?", version));
    }

    private static void read(String text) {
        Feed feed = FeedReader.read(text.getBytes(StandardCharsets.UTF_8), null, null);
        assertEquals(List.of(), feed.findings().stream().map(Finding::code).toList());
        assertEquals("https://news.example/", feed.site());
        assertEquals(1, feed.drafts().size());
        Draft draft = feed.drafts().getFirst();
        assertEquals("Island Herald", draft.sourceName());
        assertEquals("Port reopens", draft.title());
        assertEquals("https://news.example/1", draft.url());
        assertEquals("Ships are back.", draft.body());
    }
}
