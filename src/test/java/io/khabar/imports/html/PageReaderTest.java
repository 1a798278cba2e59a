package io.khabar.imports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.date.PartialDate;
import io.khabar.imports.draft.Draft;
import io.khabar.imports.draft.DraftAuthor;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private static final String TEXT =
            "<p>The harbour reopened to cargo ships on Tuesday after a strike that had closed it for nineteen days,"
                    + " and the first ship came in at noon.</p><p>Dock workers had accepted a pay rise of six percent, the"
                    + " union said.</p>";

    @Test
    void believesJsonLdBeforeOpenGraphBeforeMeta() {
        String linked = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Port"
                + " reopens\",\"datePublished\":\"2023-11-14\"}</script>";
        String graph = "<meta property='og:title' content='Port opens'><meta property='article:published_time'"
                + " content='2023-11-15'><meta property='article:section' content='Economy'>";
        String meta = "<meta name='date' content='2023-11-16'><meta name='section' content='News'><meta name='author'"
                + " content='Martha Quill'>";
        Draft all = read(meta + graph + linked, TEXT);
        assertEquals("Port reopens", all.title());
        assertEquals("2023-11-14", String.valueOf(all.published()));
        assertEquals("Economy", all.section());
        assertEquals("Martha Quill", all.authors().getFirst().name());
        assertEquals("2023-11-15", String.valueOf(read(meta + graph, TEXT).published()));
        assertEquals("2023-11-16", String.valueOf(read(meta, TEXT).published()));
    }

    @ParameterizedTest
    @CsvSource({
        "/b?x=1, https://news.example/b?x=1",
        "https://www.news.example/c, https://www.news.example/c",
        "/, https://news.example/a",
        "javascript:void(0), https://news.example/a"
    })
    void takesTheCanonicalAddressWhereItIsOne(String canonical, String url) {
        assertEquals(
                url, read("<link rel=canonical href='" + canonical + "'>", TEXT).url());
    }

    @Test
    void takesNamesOfPersonsAsTheyAre() {
        String linked = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Port\","
                + "\"author\":[{\"name\":\"Smith, John\"},{\"name\":\"Mac & i\"},{\"name\":\"50 Cent\"}]}</script>";
        assertEquals(
                List.of("Smith, John", "Mac & i", "50 Cent"),
                read(linked, TEXT).authors().stream().map(DraftAuthor::name).toList());
    }

    @Test
    void decodesWhatIsEscapedTwice() {
        Draft draft = read(
                "<meta property='og:description' content='The &amp;quot;Ann&amp;quot;&amp;nbsp;is back, AT&amp;T says.'>"
                        + "<meta property='og:image' content='/i?a=1&amp;amp;b=2'>"
                        + "<meta name='keywords' content='R&amp;amp;D, ports'>",
                TEXT);
        assertEquals("The \"Ann\" is back, AT&T says.", draft.lead());
        assertEquals(
                "https://news.example/i?a=1&b=2",
                Objects.requireNonNull(draft.image()).url());
        assertEquals(List.of("R&D", "ports"), draft.keywords());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta property='article:tag' content='Quill, Martha J'><meta property='article:tag' content='ports'>",
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Port\","
                        + "\"keywords\":[\"Quill, Martha J\"]}</script><meta name='keywords' content='x'>",
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Port\","
                        + "\"keywords\":[\"Quill, Martha J\",\"ports\"]}</script>"
            })
    void keepsKeywordsThatAreWrittenOneByOne(String head) {
        assertEquals("Quill, Martha J", read(head, TEXT).keywords().getFirst());
    }

    @Test
    void takesTheTitleThatReadersSee() {
        String linked = "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"structure for"
                + " ships\",\"name\":\"Harbour\"}</script><title>Harbour - Encyclopedia</title>";
        assertEquals("Harbour", read(linked, "<h1>Harbour</h1>" + TEXT).title());
        String other = linked.replace("\"Harbour\"", "\"Port\"");
        assertEquals(
                "structure for ships", read(other, "<h1>Harbour</h1>" + TEXT).title());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=author><a class=author-link href='/author/quill'>Martha Quill</a><div>Ports"
                        + " editor</div></div>",
                "<span class=byline><a href='/writer/quill'>Martha Quill</a></span>",
                "<p class=post-author>Martha Quill</p>"
            })
    void takesTheNameThatLinksToAnAuthor(String byline) {
        String comments = "<div class=comments><span class=byline><a href='/u/1'>Tom Reed</a></span></div>";
        assertEquals(
                List.of("Martha Quill"),
                read("", comments + byline + TEXT).authors().stream()
                        .map(DraftAuthor::name)
                        .toList());
        assertEquals(List.of(), read("", comments + TEXT).authors());
    }

    @Test
    void readsDublinCoreWithColons() {
        String head =
                "<meta property='dc:title' content='Port reopens'><meta name='dc:creator' content='Martha Quill'>";
        Draft draft = read(head, TEXT);
        assertEquals("Port reopens", draft.title());
        assertEquals("Martha Quill", draft.authors().getFirst().name());
    }

    @Test
    void knowsNoAddressWhereNoneIsSaid() {
        Draft draft = PageReader.read(TEXT.getBytes(StandardCharsets.UTF_8), null, null);
        assertNull(draft.url());
        assertNull(draft.sourceName());
        assertTrue(draft.hasBody());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>bad()</script>",
                "<img src=x onerror='bad()'>",
                "<svg><script>bad()</script></svg>",
                "<iframe srcdoc='bad()'></iframe>",
                "<style>bad()</style>",
                "<noscript>bad()</noscript>",
                "<!-- bad() -->",
                "<template>bad()</template>",
                "<textarea>bad()</textarea>"
            })
    void keepsNothingThatIsExecuted(String hostile) {
        Draft draft = read("", TEXT + "<p>It rained. " + hostile + "</p>" + TEXT.replace("harbour", "port"));
        assertTrue(draft.body().contains("It rained."));
        assertTrue(!draft.body().contains("bad()") && !draft.body().contains("<"), draft.body());
    }

    @Test
    void readsPagesThatAreOneForm() {
        Draft draft = PageReader.read(
                ("<html><body><form id=aspnetForm><input type=hidden name=__VIEWSTATE value=x><select><option>all"
                                + " sections</select>" + TEXT + "</form></body></html>")
                        .getBytes(StandardCharsets.UTF_8),
                "utf-8",
                null);
        assertTrue(draft.body().contains("Dock workers had accepted"));
        assertFalse(draft.body().contains("all sections"));
    }

    @Test
    void takesFormsOutOfTheText() {
        Draft draft = read("", TEXT + "<form>Leave your address <input name=mail> <button>Send</button></form>" + TEXT);
        assertFalse(draft.body().contains("Leave your address"), draft.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>شارك الرئيس في القمة التي عقدت في <a href='/c'>القاهرة</a> وألقى كلمة أمام الوفود المشاركة.</p>",
                "<p>شاهد سكان <a href='/h'>حمص</a> القديمة سيارات الإسعاف تدخل الحي مساء الاثنين.</p>",
                "<p>More on the story was said by <a href='/p'>people</a> who had been there all night long.</p>",
                "<p><strong>شارك</strong> في المؤتمر ممثلون عن عشرين دولة عربية وأجنبية.</p>",
                "<p>Related costs had risen for years, the <a href='/b'>central bank</a> told parliament.</p>"
            })
    void keepsSentencesThatBeginLikeLinks(String paragraph) {
        String text = org.jsoup.Jsoup.parse(paragraph).text();
        assertTrue(read("", TEXT + paragraph + TEXT).body().contains(text));
        assertTrue(read("", TEXT + paragraph).body().endsWith(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>اقرأ أيضاً: <a href='/a'>عاصفة تضرب الساحل وتقطع الطرق بين المدن الكبرى</a></p>",
                "<p>شارك الخبر</p>",
                "<p>Read more: <a href='/a'>Storm cuts off the coast road</a></p>",
                "<p>Read more...</p>"
            })
    void takesOffLinesThatLeadElsewhere(String paragraph) {
        String text = org.jsoup.Jsoup.parse(paragraph).text();
        assertFalse(read("", TEXT + paragraph + TEXT).body().contains(text));
        assertFalse(read("", TEXT + paragraph).body().contains(text));
    }

    @Test
    void takesNoClockOfTheSiteForTheDay() {
        String clock = "<header><time>24 November 2026</time></header>";
        assertEquals("2021-09-14", String.valueOf(published(clock + "<article><time datetime=2021-09-14></time>")));
        assertEquals("2021-09-14", String.valueOf(published(clock + "<main><time>14 September 2021</time>")));
        assertNull(published(clock));
    }

    private static @Nullable PartialDate published(String before) {
        String page = "<html><body>" + before + TEXT + "</body></html>";
        return PageReader.read(page.getBytes(StandardCharsets.UTF_8), "utf-8", null)
                .published();
    }

    @Test
    void readsLongTextsInManyElementsSoon() {
        String page = "<div class='byline author'>".repeat(240) + TEXT.repeat(3_000);
        Draft draft = assertTimeout(Duration.ofSeconds(8), () -> read("", page));
        assertTrue(draft.body().contains("The harbour reopened"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- x -->",
                "a<!-- x -->",
                "a<?x?>",
                "a<br>",
                "a<i></i>",
                "<p>",
                "a<form></form>",
                "a<figcaption></figcaption>",
                "<script></script>",
                "a<i class=share></i>",
                "<div class=hidden>a</div>",
                "<h2>a</h2>",
                "<p><a href=x>a</a></p>",
                "<div class=teaser><p>a.</p></div>"
            })
    void takesTimeInProportionToHostileMarkup(String piece) {
        String page = TEXT + "<div>" + piece.repeat(100_000) + "</div>";
        // Processor time, because a busy machine is not the reader's fault.
        long before = CPU.getCurrentThreadCpuTime();
        Draft draft = read("", page);
        Duration taken = Duration.ofNanos(CPU.getCurrentThreadCpuTime() - before);
        assertTrue(draft.body().contains("The harbour reopened"));
        assertTrue(taken.toSeconds() < 4, () -> piece + " took " + taken);
    }

    @Test
    void readsPagesNestedWithoutEnd() {
        Draft draft = read("", "<div>".repeat(50_000) + TEXT);
        assertTrue(draft.body().contains("The harbour reopened"));
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThrows(
                PageReader.PageTooLargeException.class,
                () -> PageReader.read(new byte[PageReader.LARGEST + 1], null, null));
    }

    private static Draft read(String head, String body) {
        String page =
                "<!doctype html><html><head>" + head + "</head><body><article>" + body + "</article></body></html>";
        return PageReader.read(page.getBytes(StandardCharsets.UTF_8), "utf-8", "https://news.example/a");
    }
}
