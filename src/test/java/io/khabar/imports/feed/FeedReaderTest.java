package io.khabar.imports.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.imports.draft.Draft;
import io.khabar.imports.draft.DraftAuthor;
import io.khabar.imports.draft.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {
    private static final String ITEM =
            "<item><title>Port reopens</title><guid>g</guid><description>Ships are back.</description></item>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Island Herald - RSS Feed | Island Herald",
                "Island Herald | Island Herald",
                "Island Herald - Latest News | Island Herald",
                "صدى الشهباء - آخر الأخبار | صدى الشهباء",
                "صدى الشهباء: الرئيسية | صدى الشهباء",
                "Feed | Feed",
                "Chicken Feed | Chicken Feed",
                "My Feed - RSS | My Feed",
                "Island Herald RSS Feed | Island Herald",
                "Herald &gt; Top Stories | Herald",
                "Herald &gt; | Herald"
            })
    void namesTheSourceByTheFeedsTitle(String title, String source) {
        Feed feed = read("<rss version='2.0'><channel><title>" + title + "</title>" + ITEM + "</channel></rss>");
        assertEquals(source, feed.drafts().getFirst().sourceName());
        assertTrue(feed.drafts().getFirst().derived().contains("source"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss version='2.0'><channel><title>T</title>%s</channel></rss>",
                "<rss version='2.0'><channel><title>T</title>%s",
                "<rss><channel><title>T</title></channel>%s</rss>",
                "\n\n<?xml version='1.0'?><rss version='0.91'><channel><title>T</title>%s</channel></rss>",
                "<?xml version='1.0' encoding='utf-16'?><rss version='2.0'><channel><title>T</title>%s</channel></rss>",
                "<channel><title>T & U</title>%s</channel>",
                "%s"
            })
    void readsWhatIsOddOrBroken(String form) {
        Feed feed = read(String.format(form, ITEM));
        assertEquals(1, feed.drafts().size());
        assertEquals("Port reopens", feed.drafts().getFirst().title());
        assertEquals("g", feed.drafts().getFirst().externalId());
        assertEquals("Ships are back.", feed.drafts().getFirst().body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no feed", "{}", "[1]", "<html><body>x</body></html>", "<opml/>", "{\"items\": 1}"})
    void refusesWhatIsNone(String text) {
        assertThrows(NoFeedException.class, () -> read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss version='2.0'><channel><title>T</title>%s<item><guid>h</guid><title>Ferry</title><description>It opened a",
                "<rss version='2.0'><channel><title>T</title>%s<item><guid>h</guid><link>https://t.example/stories/20",
                "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title>%s<entry><id>h</id><summary>It opened"
            })
    void rejectsTheEntryInWhichAFeedBreaksOff(String form) {
        Feed feed = read(String.format(form, ITEM));
        assertEquals(2, feed.drafts().size());
        assertEquals("Ships are back.", feed.drafts().getFirst().body());
        assertEquals("", feed.drafts().getLast().body());
        assertEquals(
                List.of("broken-off ERROR"),
                feed.drafts().getLast().findings().stream()
                        .map(finding -> finding.code() + " " + finding.level())
                        .toList());
        assertEquals(
                List.of("feed-broken-off"),
                feed.findings().stream().map(Finding::code).toList());
    }

    @Test
    void readsTheEntriesOfAFeedThatBreaksOffBehindOne() {
        Feed feed = read("<rss version='2.0'><channel><title>T</title>" + ITEM + "\n<it");
        assertEquals(1, feed.drafts().size());
        assertEquals("Ships are back.", feed.drafts().getFirst().body());
        assertEquals(
                List.of("feed-broken-off"),
                feed.findings().stream().map(Finding::code).toList());
        assertThrows(NoFeedException.class, () -> read("<rss version='2.0'><channel><title>T</tit"));
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThrows(NoFeedException.class, () -> FeedReader.read(new byte[FeedReader.LARGEST + 1], null, null));
    }

    @Test
    void resolvesNoEntityOfADocumentType() {
        Feed feed = read("<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'><!ENTITY y 'expanded'>]>"
                + "<rss version='2.0'><channel><title>T</title>" + ITEM.replace("back.", "back. &x; &y;")
                + "</channel></rss>");
        assertEquals("Ships are back. &x; &y;", feed.drafts().getFirst().body());
    }

    @Test
    void readsElementsNestedWithoutEnd() {
        Feed feed = read("<rss version='2.0'><channel><title>T</title>" + ITEM + "<a>".repeat(50_000));
        assertEquals("Ships are back.", feed.drafts().getFirst().body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ">"})
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void readsTagsWithoutEndInLinearTime(String end) {
        Feed feed = read("<rss version='2.0'><channel><title>T</title>" + ITEM + "</channel></rss><!--"
                + "<a".repeat(4_000_000) + end);
        assertEquals("Ships are back.", feed.drafts().getFirst().body());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysWhereEntriesAreLeftOut(boolean xml) {
        int most = FeedReader.MOST_ENTRIES;
        Feed full = read(xml ? rss(most) : json(most));
        Feed more = read(xml ? rss(most + 1) : json(most + 1));
        assertEquals(most, full.drafts().size());
        assertEquals(List.of(), codes(full));
        assertEquals(most, more.drafts().size());
        assertEquals(List.of("too-many-entries"), codes(more));
    }

    private static String rss(int entries) {
        return "<rss version='2.0'><channel><title>T</title><link>https://news.example/</link><description>D</description>"
                + ITEM.repeat(entries) + "</channel></rss>";
    }

    private static String json(int entries) {
        return "{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"T\",\"items\":["
                + "{\"id\":\"1\",\"content_text\":\"x\"},".repeat(entries) + "]}";
    }

    private static List<String> codes(Feed feed) {
        return feed.findings().stream().map(Finding::code).toList();
    }

    @Test
    void saysWhereAnItemIsNone() {
        Feed feed = read("{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"T\",\"items\":["
                + "5,{\"id\":\"1\",\"content_text\":\"x\",\"authors\":[{\"name\":\"Z\"}]}]}");
        assertEquals(
                List.of(Finding.error("type", "The item must be an object.", null)),
                feed.drafts().getFirst().findings());
        assertFalse(feed.drafts().getFirst().hasBody());
        assertEquals("x", feed.drafts().getLast().body());
        assertEquals("Z", feed.drafts().getLast().authors().getFirst().name());
    }

    @Test
    void saysWhereKeywordsAreLeftOut() {
        StringBuilder categories = new StringBuilder();
        for (int i = 0; i < 51; i++) {
            categories.append("<category>k").append(i).append("</category>");
        }
        Draft draft = read("<rss version='2.0'><channel><title>T</title>"
                        + ITEM.replace("</item>", categories + "</item>") + "</channel></rss>")
                .drafts()
                .getFirst();
        assertEquals(50, draft.keywords().size());
        assertTrue(draft.findings().stream().anyMatch(finding -> finding.code().equals("too-many")));
    }

    @Test
    void resolvesAddressesOfAnEntryByItsBase() {
        Feed feed = read("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://news.example/'><title>T</title>"
                + "<link href='/'/><entry xml:base='2021/'><title>Port</title><id>1</id><link href='port.html'/>"
                + "<content type='text'>Ships are back.</content></entry></feed>");
        assertEquals(
                "https://news.example/2021/port.html", feed.drafts().getFirst().url());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<dc:creator>Smith, John</dc:creator> | Smith, John",
                "<dc:creator>Procter &amp; Gamble</dc:creator> | Procter & Gamble",
                "<dc:creator>John Smith (john@news.example)</dc:creator> | John Smith",
                "<dc:creator>Agent 47</dc:creator><dc:creator>Z</dc:creator> | Agent 47;Z",
                "<author>john@news.example (John Smith)</author> | John Smith",
                "<author>John Smith and Jane Doe</author> | John Smith;Jane Doe",
                "<author><name>R2 D.2</name></author> | R2 D.2"
            })
    void takesNamesOfAuthorsAsTheyAre(String written, String names) {
        Feed feed = read("<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>T</title>"
                + ITEM.replace("</item>", written + "</item>") + "</channel></rss>");
        assertEquals(
                List.of(names.split(";", -1)),
                feed.drafts().getFirst().authors().stream()
                        .map(DraftAuthor::name)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "'', port, https://news.example/d/port",
        "'', /port, https://news.example/port",
        "2021/, port, https://news.example/d/2021/port",
        "https://b.example/, port, https://b.example/port"
    })
    void resolvesAddressesByTheBaseOfAFeedWithoutALink(String base, String link, String url) {
        Feed feed = read("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://news.example/d/'><title>T</title>"
                + "<entry xml:base='" + base + "'><title>Port</title><id>1</id><link href='" + link + "'/>"
                + "<content type='text'>Ships are back.</content></entry></feed>");
        assertEquals(url, feed.drafts().getFirst().url());
    }

    @Test
    void keepsNothingThatIsExecuted() {
        Feed feed = read("<rss version='2.0'><channel><title>T</title>"
                + ITEM.replace("Ships", "<![CDATA[<p>Ships<script>bad()</script><img onerror=bad()>]]>")
                + "</channel></rss>");
        assertFalse(feed.drafts().getFirst().body().contains("bad"));
    }

    private static Feed read(String text) {
        return FeedReader.read(text.getBytes(StandardCharsets.UTF_8), null, null);
    }
}
