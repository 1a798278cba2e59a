package io.khabar.article;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Writes articles, their dates and their sources at random, and keeps which articles live. */
final class RandomWriter {

    /** They are what they are in every language. */
    static final List<String> WORDS = List.of("zubat", "kelom", "mordak", "fintob", "gwelp");

    static final List<String> LANGUAGES = List.of("ar", "ar-SY", "en", "fr", "fa");
    private static final List<String> DATES = List.of("2020", "2021-09", "2021-09-13", "2021-09-13T21:00:00Z", "1999");
    static final List<String> SECTIONS = List.of("World", "محليات");
    static final List<String> NAMES = List.of("x", "x,y", "دمشق", "O'Brien");
    private static final List<String> FIELDS = List.of(
            "body", "title", "lead", "language", "published", "modified", "section", "keywords", "authors", "url");

    private final Random random;
    final List<String> sources = new ArrayList<>();
    final List<String> living = new ArrayList<>();

    RandomWriter(Random random) {
        this.random = random;
        sources.add(Sources.created("country", "SY"));
        sources.add(Sources.created("country", "LB"));
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static <T> @Nullable T maybe(List<T> of, Random random) {
        return random.nextInt(3) == 0 ? null : one(of, random);
    }

    private static List<String> some(List<String> of, Random random) {
        return of.stream().filter(_ -> random.nextInt(3) == 0).toList();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(one(WORDS, random)).append(i % 3 == 0 ? ". " : " ");
        }
        return text.toString().strip();
    }

    private static @Nullable Object value(String field, Random random) {
        return switch (field) {
            case "body" ->
                text(random)
                        + (random.nextInt(3) == 0 ? " في 13 أيلول 2021" : random.nextInt(3) == 0 ? " in 2015" : "");
            case "title", "lead" -> random.nextInt(3) == 0 ? null : text(random);
            case "language" -> maybe(LANGUAGES, random);
            case "published", "modified" -> maybe(DATES, random);
            case "section" -> maybe(SECTIONS, random);
            case "keywords" -> random.nextBoolean() ? some(NAMES, random) : List.of(one(WORDS, random));
            case "authors" -> some(NAMES, random);
            case "url" -> random.nextBoolean() ? "https://example.org/" + Sources.fresh("u") : null;
            default -> throw new IllegalArgumentException(field);
        };
    }

    private static ObjectNode article(String source, Random random) {
        ObjectNode article = Json.object("source", source);
        FIELDS.forEach(field -> Json.with(article, field, value(field, random)));
        return article;
    }

    void write() {
        int choice = living.size() < 3 ? 0 : random.nextInt(14);
        String address = living.isEmpty() ? "" : "/v1/articles/" + one(living, random);
        switch (choice) {
            case 5, 6, 7 -> {
                String field = one(FIELDS, random);
                Api.patch(address, Json.object(field, value(field, random))).is(200);
            }
            case 8 -> Api.put(address, article(one(sources, random), random)).is(200);
            case 9 ->
                Api.patch(address, Json.object("source", one(sources, random))).is(200);
            case 10, 11 -> {
                Api.delete(address).is(204);
                living.remove(address.substring(address.lastIndexOf('/') + 1));
            }
            case 12 ->
                Api.post(
                                address + "/dates",
                                Json.object("role", "mentioned", "value", one(List.of("2011/..", "2015"), random)))
                        .is(201);
            case 13 -> source();
            default ->
                living.add(Api.post("/v1/articles", article(one(sources, random), random))
                        .is(201)
                        .id());
        }
    }

    private void source() {
        if (sources.size() < 4) {
            sources.add(Sources.created("country", one(List.of("SY", "GB"), random)));
            return;
        }
        String source = one(sources, random);
        if (random.nextBoolean()) {
            Api.patch("/v1/sources/" + source, Json.object("country", one(List.of("SY", "GB"), random)))
                    .is(200);
        } else if (Api.delete("/v1/sources/" + source).status() == 204) {
            sources.remove(source);
        }
    }
}
