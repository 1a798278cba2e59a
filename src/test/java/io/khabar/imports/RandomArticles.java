package io.khabar.imports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Articles with any of the fields, in several scripts, with and without dates in their texts. */
final class RandomArticles {

    private static final List<String> SENTENCES = List.of(
            "أعلنت الوزارة يوم الاثنين الماضي عن خطة جديدة.",
            "وكان المعمل قد توقف منذ عام 2011 بسبب الحرب.",
            "يفتتح المعرض في ١٥ رمضان ١٤٤٢ هـ.",
            "The harbour reopened on 3 March 2020, officials said.",
            "He had left two days earlier; the strike began in 1998-2001.",
            "Le conseil se réunira mardi prochain à Lyon.",
            "Выставка откроется в мае 2019 года.",
            "این نمایشگاه دیروز در تهران گشایش یافت.",
            "😀𐎠 Prices rose by 12.5% — to $ 2015.",
            "\u200fنص\u200e mixed \u202bنص\u202c text, 2 < 3 & \"quoted\".",
            "a\u0301e\u0301 combining, tab\tinside.");
    private static final List<String> DATES = List.of(
            "2021", "2021-09", "2021-09-13", "2021-09-13T18:30:00Z", "2021-09-13T23:30:00.123456+03:00", "0000-01-01");
    private static final List<String> WORDS =
            List.of("تعليم", "الاقتصاد", "harbour", "Élections", "news, local", "a\"b;c", "١٢");

    private final Random random;

    RandomArticles(Random random) {
        this.random = random;
    }

    ObjectNode next(String source) {
        ObjectNode article = Json.object("source", source, "body", text(1 + random.nextInt(6)));
        maybe(article, "url", () -> "https://example.org/" + Sources.fresh("u") + "?b=2&a=1&utm_source=x");
        maybe(article, "externalId", () -> Sources.fresh("e"));
        maybe(article, "title", () -> pick(SENTENCES));
        maybe(article, "titleDirection", () -> pick(List.of("rtl", "ltr")));
        maybe(article, "lead", () -> pick(SENTENCES));
        maybe(article, "language", () -> pick(List.of("ar", "ar-SY", "en", "fr", "fa", "ru", "ku-Arab")));
        maybe(article, "direction", () -> pick(List.of("rtl", "ltr")));
        maybe(article, "section", () -> pick(WORDS));
        maybe(article, "rights", () -> "CC BY 4.0");
        maybe(article, "published", () -> pick(DATES));
        maybe(article, "modified", () -> pick(DATES));
        maybe(article, "zone", () -> pick(List.of("Asia/Damascus", "UTC", "Etc/UTC", "America/New_York")));
        maybe(article, "bias", () -> pick(List.of("past", "future", "nearest")));
        maybe(article, "keywords", () -> words(random.nextInt(4)));
        maybe(article, "authors", () -> Json.tree("['Omar', {'name': 'لينا الأحمد', 'url': 'https://example.org/l'}]"));
        maybe(
                article,
                "image",
                () -> Json.tree("{'url': 'https://example.org/i.jpg', 'caption': 'صورة', 'width': 640}"));
        return article;
    }

    private ArrayNode words(int count) {
        ArrayNode words = Json.object().putArray("words");
        WORDS.stream().skip(WORDS.size() - count).forEach(words::add);
        return words;
    }

    private String text(int sentences) {
        StringBuilder text = new StringBuilder(pick(SENTENCES));
        for (int i = 1; i < sentences; i++) {
            text.append(pick(List.of(" ", "\n\n", "\n", "\r\n\r\n"))).append(pick(SENTENCES));
        }
        // The same text of the same source is the same article.
        return text.append(' ').append(Sources.word()).toString();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void maybe(ObjectNode article, String field, Supplier<Object> value) {
        if (random.nextInt(3) != 0) {
            Json.with(article, field, value.get());
        }
    }
}
