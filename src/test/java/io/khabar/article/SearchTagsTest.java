package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/** A search that finds the same has the same entity tag, though the best first are counted from a moment. */
@QuarkusTest
class SearchTagsTest {

    @Test
    void areTheSameWhileTheAnswerIs() {
        String source = Sources.created();
        for (int i = 0; i < 3; i++) {
            Articles.created(source, "body", "A wallaby and number " + i);
        }
        String search = "/v1/articles?limit=1&q=wallaby&source=" + source;
        Api.get(search + "&fresh=true").is(200);
        String tag = Api.get(search).is(200).header("ETag");
        assertEquals("", Api.get(search, "If-None-Match", tag).is(304).text());
        assertEquals(
                tag, Api.send("HEAD", search, BodyPublishers.noBody()).is(200).header("ETag"));
        Articles.created(source, "body", "One more wallaby");
        Api.get(search + "&fresh=true").is(200);
        assertNotEquals(tag, Api.get(search + "&count=exact").is(200).header("ETag"));
    }
}
