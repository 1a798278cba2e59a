package io.khabar.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Feeds;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds as lists of other readers of feeds. */
@QuarkusTest
class OpmlTest {

    private static Answer send(String document, String type) {
        return send(document.getBytes(StandardCharsets.UTF_8), type);
    }

    private static Answer send(byte[] document, String type) {
        return Api.send("POST", "/v1/feeds/opml", BodyPublishers.ofByteArray(document), "Content-Type", type);
    }

    private static JsonNode report(String outlines) {
        return send("<opml version='2.0'><body>" + outlines + "</body></opml>", "text/x-opml")
                .is(200)
                .json();
    }

    private static JsonNode feed(JsonNode report, int item) {
        return Api.get("/v1/feeds/" + report.path("items").get(item).path("id").asText())
                .is(200)
                .json();
    }

    @Test
    void areFollowedInTheirSections() {
        String first = Feeds.url();
        JsonNode report = report("""
                <outline text='محليات'>
                  <outline title='Coast'><outline type='RSS' text='A' xmlUrl='%s' language='ar'/></outline>
                  <outline type='rss' text='B' xmlUrl='%s'/>
                </outline>
                <outline text='C' xmlurl='%s'/>
                <outline text='D' xmlUrl='%s' category='/News/Weather,/Other'/>
                <outline text='E' type='link' url='https://nothing.example/'/>
                <outline text='F' xmlUrl='%s?utm_source=opml'/>
                <outline text='G' xmlUrl='ftp://feeds.example/'/>
                """.formatted(first, Feeds.url(), Feeds.url(), Feeds.url(), first));
        assertEquals(
                List.of("created", "created", "created", "created", "exists", "rejected"),
                Json.texts(report.path("items"), "outcome"));
        assertEquals(Json.tree("{'items': 6, 'created': 4, 'exists': 1, 'rejected': 1}"), report.path("totals"));
        assertEquals("Coast", feed(report, 0).path("section").asText());
        assertEquals("ar", feed(report, 0).path("language").asText());
        assertEquals("محليات", feed(report, 1).path("section").asText());
        assertFalse(feed(report, 2).has("section"));
        assertEquals("Weather", feed(report, 3).path("section").asText());
        assertEquals(
                report.path("items").get(0).path("id"),
                report.path("items").get(4).path("id"));
        JsonNode rejected = report.path("items").get(5);
        assertEquals("invalid-request", rejected.path("code").asText());
        assertEquals("ftp://feeds.example/", rejected.path("url").asText());
        assertTrue(rejected.path("detail").asText().contains("/url"), rejected::toString);
    }

    /** What the transport says beats the prolog (RFC 7303), and a byte order mark beats both. */
    @ParameterizedTest
    @CsvSource({
        "windows-1256, text/x-opml; charset=windows-1256, ''",
        "windows-1256, text/xml;charset=\"Windows-1256\", <?xml version='1.0' encoding='utf-8'?>",
        "windows-1256, application/xml; charset=windows-1256, <?xml version='1.0' encoding='windows-1251'?>",
        "windows-1256, text/x-opml, <?xml version='1.0' encoding='windows-1256'?>",
        "UTF-8, text/x-opml, ''",
        "UTF-8, text/x-opml, <?xml version='1.0' encoding='utf-8'?>",
        "UTF-8, text/x-opml; charset=windows-1256, \uFEFF<?xml version='1.0' encoding='windows-1251'?>",
        "UTF-16LE, text/x-opml; charset=windows-1256, \uFEFF<?xml version='1.0' encoding='utf-8'?>",
        "UTF-16BE, text/x-opml, \uFEFF",
        "UTF-16LE, text/x-opml; charset=utf-16le, <?xml version='1.0'?>"
    })
    void areReadInTheirEncoding(Charset charset, String type, String prolog) {
        String document = prolog + "<opml version='2.0'><body><outline text='محليات ومنوعات'><outline xmlUrl='"
                + Feeds.url() + "'/></outline></body></opml>";
        JsonNode report = send(document.getBytes(charset), type).is(200).json();
        assertEquals("محليات ومنوعات", feed(report, 0).path("section").asText());
    }

    @Test
    void areNoTextInAnotherEncoding() {
        byte[] damaged = "<opml><body><outline text='\u0645\u062D\u0644\u064A\u0627\u062A ?'/></body></opml>"
                .getBytes(StandardCharsets.UTF_8);
        damaged[new String(damaged, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xC7;
        send(damaged, "text/x-opml").isProblem(400, "invalid-request", " no-opml");
    }

    /** A section takes a hundred characters; that one is longer is told. */
    @Test
    void sayWhereTheirSectionIsCut() {
        String name = "س".repeat(100);
        JsonNode report = report("""
                <outline text='%sx'><outline text='A' xmlUrl='%s'/></outline>
                <outline text='%s'><outline text='B' xmlUrl='%s'/></outline>
                <outline text='C' xmlUrl='%s' category='/News/%sx'/>
                """.formatted(name, Feeds.url(), name, Feeds.url(), Feeds.url(), name));
        JsonNode cut = Json.tree("[{'stage': 'read', 'level': 'warning', 'code': 'shortened', 'detail': 'Cut to 100"
                + " characters.', 'field': 'section'}]");
        List<JsonNode> expected = List.of(cut, Json.tree("[]"), cut);
        for (int i = 0; i < 3; i++) {
            assertEquals(name, feed(report, i).path("section").asText());
            assertEquals(expected.get(i), report.path("items").get(i).path("findings"));
        }
    }

    @Test
    void comeBackAsTheyWere() {
        String source = Sources.created("name", "Herald & <Sons> \"خبر\"");
        JsonNode first = Feeds.created(
                "source",
                source,
                "section",
                "Economy & <b>",
                "language",
                "en",
                "intervalMinutes",
                90,
                "enabled",
                false,
                "url",
                Feeds.url() + "?a=1&b=2");
        JsonNode second = Feeds.created("source", source);
        Answer exported = Api.get("/v1/feeds/opml?source=" + source).is(200);
        assertEquals(
                "text/x-opml;charset=utf-8",
                exported.header("Content-Type").replace("; ", ";").toLowerCase(java.util.Locale.ROOT));
        assertEquals("no-store", exported.header("Cache-Control"));
        for (JsonNode feed : List.of(first, second)) {
            Api.delete(Feeds.path(feed)).is(204);
        }
        JsonNode report = send(exported.text(), "application/xml").is(200).json();
        assertEquals(2, report.path("totals").path("created").asInt(), report::toString);
        for (int i = 0; i < 2; i++) {
            JsonNode again = feed(report, i);
            JsonNode before = again.path("url").equals(first.path("url")) ? first : second;
            for (String field : List.of("url", "source", "section", "language", "intervalMinutes", "enabled")) {
                assertEquals(before.path(field), again.path(field), field);
            }
        }
    }

    @Test
    void namesTheSourceThatIsNotThere() {
        JsonNode report = report("<outline xmlns:khabar='urn:khabar:opml' text='A' xmlUrl='" + Feeds.url()
                + "' khabar:source='no-such-source'/>");
        assertEquals("unknown-source", report.path("items").get(0).path("code").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "<opml",
                "<opml><body></opml>",
                "<rss version='2.0'/>",
                "<!DOCTYPE opml><opml version='2.0'><body/></opml>",
                "<!DOCTYPE opml [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><opml><body><outline text='&a;'/></body></opml>",
                "<!DOCTYPE opml [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;'>]><opml><body><outline text='&b;'/></body></opml>",
                "<opml><body><outline text='&unknown;'/></body></opml>"
            })
    void areNothingElse(String document) {
        send(document, "text/xml").isProblem(400, "invalid-request", " no-opml");
    }

    @Test
    void haveAnEnd() {
        String deep = "<outline text='x'>".repeat(Opml.DEEPEST + 1) + "</outline>".repeat(Opml.DEEPEST + 1);
        send("<opml><body>" + deep + "</body></opml>", "text/x-opml").isProblem(400, "invalid-request", " no-opml");
        String many = "<outline xmlUrl='ftp://x/'/>".repeat(Opml.MOST + 1);
        send("<opml><body>" + many + "</body></opml>", "text/x-opml").isProblem(400, "invalid-request", " no-opml");
        send("<opml>" + " ".repeat(2 << 20) + "</opml>", "text/x-opml").isProblem(413, "too-large");
        send("{}", "application/json").isProblem(415, "unsupported-media-type");
    }

    @Test
    void areForEditors() {
        Api.send(
                        "GET",
                        "/v1/feeds/opml",
                        BodyPublishers.noBody(),
                        "X-API-Key",
                        "khb_no-such-key-000000000000000000000000")
                .isProblem(401, "unauthenticated");
        io.restassured.RestAssured.given().get("/v1/feeds/opml").then().statusCode(401);
        Api.get("/v1/feeds/opml?x=1").isProblem(400, "unknown-parameter", "?x unknown-parameter");
    }
}
