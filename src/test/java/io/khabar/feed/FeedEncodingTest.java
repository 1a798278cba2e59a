package io.khabar.feed;

import static io.khabar.fixture.Feeds.path;
import static io.khabar.fixture.Imports.outcomes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.FeedServer;
import io.khabar.fixture.Feeds;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feeds that are fetched in some encoding, and what the server and they themselves say of it, which may be wrong. */
@QuarkusTest
@TestProfile(FetchingPrivately.class)
class FeedEncodingTest {

    private final FeedServer server = new FeedServer();

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // written in, the server says, the prolog says
                "windows-1256, windows-1256, -",
                "windows-1256, -, windows-1256",
                "windows-1256, utf-8, -",
                "windows-1256, -, utf-8",
                "windows-1256, -, -",
                "ISO-8859-6, iso-8859-6, -",
                "UTF-8, windows-1256, windows-1256",
                "UTF-8, iso-8859-1, utf-8",
                "UTF-16, -, utf-8",
                "UTF-16LE, utf-8, -"
            })
    void areRead(String written, @Nullable String said, @Nullable String prolog) {
        String text = (prolog == null ? "" : "<?xml version=\"1.0\" encoding=\"" + prolog + "\"?>")
                + "<rss version=\"2.0\"><channel><title>" + Sources.fresh("gazette") + "</title><item><guid>1</guid>"
                + "<link>1</link><title>الجسر مفتوح</title>"
                + "<description>فتح الجسر على النهر من جديد أمام السيارات.</description></item></channel></rss>";
        String type = "text/xml" + (said == null ? "" : "; charset=" + said);
        JsonNode feed = Feeds.created(
                "url",
                server.at("/ar", FeedServer.document(type, text.getBytes(Charset.forName(written)))),
                "source",
                Sources.created());
        JsonNode report = Api.post(path(feed) + "/fetch", "").is(200).json();
        assertEquals(List.of("created"), outcomes(report), report::toString);
        JsonNode article =
                Api.get(Articles.path(report.at("/items/0/article"))).is(200).json();
        assertEquals("الجسر مفتوح", article.path("title").asText());
        assertEquals(
                "فتح الجسر على النهر من جديد أمام السيارات.",
                article.path("body").asText());
        // The feed does not say of which page it is: relative to its own address.
        assertEquals(server.url("/1"), article.path("url").asText());
    }
}
