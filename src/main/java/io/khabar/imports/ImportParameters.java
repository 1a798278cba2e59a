package io.khabar.imports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.article.OnExisting;
import io.khabar.date.PartialDate;
import io.khabar.date.Precision;
import io.khabar.http.Parameters;
import io.khabar.http.QueryParameter;
import io.khabar.http.Text;
import io.khabar.http.WebAddress;
import io.khabar.language.LanguageTag;
import io.khabar.source.SourceReference;
import io.khabar.source.TimeZoneName;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of an import beside its input.
 *
 * @param fields values for the articles, by field: each beats what is derived, and with {@code override} what is stated
 * @param split whether a raw text is several, parted by lines of dashes or equals signs
 */
record ImportParameters(ObjectNode fields, boolean override, OnExisting onExisting, boolean dryRun, boolean split) {

    static final QueryParameter SOURCE = QueryParameter.text(
                    "source", "Key or id of the source; it beats a name in the text.")
            .example("syria-news");
    private static final QueryParameter PUBLISHED = QueryParameter.text(
                    "published", "When it was published: a year, month, day or instant.")
            .example("2021-09-14");
    static final QueryParameter URL = QueryParameter.text(
                    "url",
                    "The address on the web of an input that is one article; of a feed where it was, to complete its addresses.")
            .format("iri")
            .example("https://example.org/news/1");
    private static final QueryParameter LANGUAGE = QueryParameter.text(
                    "language", "Its language (BCP 47); it beats what is derived from the text.")
            .example("ar");
    private static final QueryParameter SECTION =
            QueryParameter.text("section", "Its section.").example("محليات");
    private static final QueryParameter KEYWORD =
            QueryParameter.text("keyword", "A keyword of it.").example("تعليم").repeated();
    private static final QueryParameter ZONE = QueryParameter.text(
                    "zone",
                    "IANA time zone in which `yesterday` is told from `today`; that of the source if nothing says.")
            .example("Asia/Damascus");
    private static final QueryParameter BIAS = QueryParameter.word(
            "bias",
            "Which day a date without a year, or a day of the week, means. By default days of the week are past ones unless"
                    + " their clause speaks of the future, and other dates the nearest.",
            List.of("past", "future", "nearest"));
    private static final QueryParameter OVERRIDE = QueryParameter.flag(
            "override",
            "`source`, `language`, `published`, `section`, `keyword`, `zone`, `bias` beat also what the input states.");
    private static final QueryParameter ON_EXISTING = QueryParameter.word(
                    "onExisting",
                    "What becomes of an article that is stored already: it is left as it is (`exists`), or the fields that"
                            + " the input states are written (`updated`, `unchanged`), or the item is rejected.",
                    List.of("skip", "update", "reject"))
            .defaultsTo("skip");
    private static final QueryParameter DRY_RUN = QueryParameter.flag(
            "dryRun",
            "Nothing is stored; each item of the report has the whole article as it would be, with its dates. Of an item that"
                    + " repeats one far before it, the report has `id` and `title`.");
    private static final QueryParameter SPLIT = QueryParameter.flag(
            "split", "The text is several ones, parted by lines of three or more `-` or `=`. Only with `text/plain`.");

    static final List<QueryParameter> ALL = List.of(
            SOURCE, PUBLISHED, URL, LANGUAGE, SECTION, KEYWORD, ZONE, BIAS, OVERRIDE, ON_EXISTING, DRY_RUN, SPLIT);

    /**
     * Reads them.
     *
     * @param form what the input is said to be
     */
    static ImportParameters of(Parameters parameters, Form form) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        SourceReference source = parameters.value(SOURCE, SourceReference::parse);
        if (source != null) {
            fields.put("source", source.text());
        }
        PartialDate published = parameters.value(PUBLISHED, ImportParameters::date);
        if (published != null) {
            fields.put("published", published.value());
        }
        WebAddress url = parameters.value(URL, WebAddress::new);
        if (url != null) {
            fields.put("url", url.value());
        }
        LanguageTag language = parameters.value(LANGUAGE, LanguageTag::new);
        if (language != null) {
            fields.put("language", language.value());
        }
        String section = parameters.value(SECTION, value -> within(value, 100));
        if (section != null) {
            fields.put("section", section);
        }
        List<String> keywords = parameters.values(KEYWORD, value -> within(value, 100));
        if (!keywords.isEmpty()) {
            ArrayNode all = fields.putArray("keywords");
            keywords.stream().distinct().forEach(all::add);
        }
        boolean split = parameters.flag(SPLIT);
        if (split && form != Form.TEXT) {
            parameters.faults().parameter(SPLIT.name(), "invalid", "is for raw text (`text/plain`)");
        }
        if (url != null
                && (split || !EnumSet.of(Form.TEXT, Form.PAGE, Form.FEED).contains(form))) {
            parameters
                    .faults()
                    .parameter(
                            URL.name(),
                            "invalid",
                            "is for an input that is one article, or a feed; the articles of others have their own");
        }
        TimeZoneName zone = parameters.value(ZONE, TimeZoneName::new);
        if (zone != null) {
            fields.put("zone", zone.value());
        }
        String bias = parameters.word(BIAS);
        if (bias != null) {
            fields.put("bias", bias);
        }
        String onExisting = parameters.word(ON_EXISTING);
        ImportParameters read = new ImportParameters(
                fields,
                parameters.flag(OVERRIDE),
                onExisting == null ? OnExisting.SKIP : OnExisting.of(onExisting),
                parameters.flag(DRY_RUN),
                split);
        parameters.check();
        return read;
    }

    /** Where the input was; null where that is unknown. */
    @Nullable String url() {
        return fields.path(URL.name()).textValue();
    }

    /** The same for an input of several articles, whose address is that of none of them. */
    ImportParameters ofSeveral() {
        ObjectNode others = fields.deepCopy();
        others.remove(URL.name());
        return new ImportParameters(others, override, onExisting, dryRun, split);
    }

    private static String within(String value, int most) {
        String text = Text.strip(value);
        if (text.codePointCount(0, text.length()) > most) {
            throw new IllegalArgumentException("must have at most " + most + " characters");
        }
        return text;
    }

    private static PartialDate date(String text) {
        PartialDate date = PartialDate.parse(text);
        if (date.precision() == Precision.INTERVAL) {
            throw new IllegalArgumentException("must be a year, month, day or instant, not an interval");
        }
        return date;
    }
}
