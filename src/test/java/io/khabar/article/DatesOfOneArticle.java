package io.khabar.article;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Sources;
import org.junit.jupiter.api.BeforeEach;

/** Each test has an article of its own, of a source of its own, that gets dates. */
abstract class DatesOfOneArticle {

    /** The key of the source. */
    String source = "";

    /** The address of the article. */
    String article = "";

    @BeforeEach
    void createArticle() {
        source = Sources.created();
        article = Articles.path(Articles.created(source));
    }

    /** The answer to a date that is given the article. */
    Answer created(ObjectNode body) {
        return Api.post(article + "/dates", body).is(201);
    }
}
