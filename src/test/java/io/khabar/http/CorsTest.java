package io.khabar.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CorsTest {

    private static final String EXPOSED =
            "ETag, Link, Location, X-Request-Id, Preference-Applied, Search-Fresh, Retry-After";

    private static ValidatableResponse preflight(String method) {
        return given().header("Origin", "https://reader.example")
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "x-api-key, content-type")
                .options("/test/echo")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Credentials", nullValue())
                .body(emptyString());
    }

    @Test
    void letsPagesOfAnyOriginRead() {
        given().header("Origin", "https://reader.example")
                .get("/test/echo")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Expose-Headers", EXPOSED)
                .header("Access-Control-Allow-Credentials", nullValue());
    }

    @Test
    void saysSoWithoutBeingAskedAsACacheMayKeepTheAnswer() {
        when().get("/test/echo")
                .then()
                .header("Access-Control-Allow-Origin", "*")
                .header("Vary", "Accept-Encoding");
    }

    @Test
    void letsPagesReadWhyTheyWereRefused() {
        given().header("Origin", "https://reader.example")
                .post("/test/echo")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", "*")
                .body("code", is("unauthenticated"));
    }

    @Test
    void allowsReadingInAdvance() {
        preflight("GET")
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", "GET, HEAD")
                .header("Access-Control-Allow-Headers", containsString("X-API-Key"))
                .header("Access-Control-Max-Age", "7200");
    }

    @Test
    void allowsEveryHeaderOfTheContract() throws IOException {
        Set<String> sent = new TreeSet<>();
        JsonNode document = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asByteArray());
        for (JsonNode parameter : document.at("/components/parameters")) {
            if (parameter.path("in").asText().equals("header")) {
                sent.add(parameter.path("name").asText().toLowerCase(Locale.ROOT));
            }
        }
        assertTrue(sent.containsAll(Set.of("idempotency-key", "if-match", "prefer")), sent.toString());
        String allowed = preflight("GET")
                .extract()
                .header("Access-Control-Allow-Headers")
                .toLowerCase(Locale.ROOT);
        sent.removeAll(List.of(allowed.split(", ", -1)));
        assertEquals(Set.of(), sent);
    }

    @Test
    void doesNotAllowWritingInAdvance() {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            preflight(method)
                    .header("Access-Control-Allow-Origin", nullValue())
                    .header("Access-Control-Allow-Methods", nullValue());
        }
    }

    @Test
    void namesTheOriginWhereOnlySomeMayRead() {
        Cors cors = new Cors(settings(List.of("https://one.example"), List.of("https://two.example")));
        assertTrue(cors.varies());
        assertEquals("https://one.example", granted(cors, "https://one.example"));
        assertEquals("https://two.example", granted(cors, "https://two.example"));
        assertEquals(null, granted(cors, "https://three.example"));
        assertFalse(new Cors(settings(List.of("*"), List.of())).varies());
    }

    private static @Nullable String granted(Cors cors, String origin) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        cors.grant(origin, headers);
        return headers.get("Access-Control-Allow-Origin");
    }

    private static CorsSettings settings(List<String> origins, List<String> writeOrigins) {
        return new CorsSettings() {
            @Override
            public List<String> origins() {
                return origins;
            }

            @Override
            public Optional<List<String>> writeOrigins() {
                return Optional.of(writeOrigins);
            }

            @Override
            public Duration maxAge() {
                return Duration.ofHours(1);
            }
        };
    }
}
