package io.khabar.imports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.article.OnExisting;
import io.khabar.date.PartialDate;
import io.khabar.date.Period;
import io.khabar.http.Fault;
import io.khabar.http.Parameters;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.http.QueryParameter;
import io.khabar.http.Text;
import io.khabar.http.WebAddress;
import io.khabar.language.LanguageTag;
import io.khabar.language.LanguageTags;
import io.khabar.source.SourceReference;
import io.khabar.source.TimeZoneName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of an import beside its input.
 *
 * @param fields values for the articles, by field: each beats what is derived, and with {@code override} what is stated
 * @param split whether a raw text is several, parted by lines of dashes or equals signs
 * @param followed whether nobody sent it: the service itself has fetched the feed
 */
record ImportParameters(
        ObjectNode fields, boolean override, OnExisting onExisting, boolean dryRun, boolean split, boolean followed) {

    /** Of what a client sends. */
    ImportParameters(ObjectNode fields, boolean override, OnExisting onExisting, boolean dryRun, boolean split) {
        this(fields, override, onExisting, dryRun, split, false);
    }

    /** Why there is no address with some inputs. */
    private static final String NO_ADDRESS =
            "is for an input that is one article, or a feed; the articles of others have their own";

    /** Most characters of a section or a keyword. */
    private static final int LONGEST_LABEL = 100;

    static final QueryParameter SOURCE = QueryParameter.text(
                    "source", "Key or id of the source; it beats a name in the text.")
            .maxLength(SourceReference.MAX_LENGTH)
            .example("syria-news");
    private static final QueryParameter PUBLISHED = QueryParameter.text(
                    "published", "When it was published: a year, month, day or instant.")
            .pattern(Period.POINT_FORM)
            .example("2021-09-14");
    static final QueryParameter URL = QueryParameter.text(
                    "url",
                    "The address on the web of an input that is one article; of a feed where it was, to complete its addresses.")
            .format("iri")
            .maxLength(WebAddress.LONGEST)
            .example("https://example.org/news/1");
    private static final QueryParameter LANGUAGE = QueryParameter.text(
                    "language", "Its language (BCP 47); it beats what is derived from the text.")
            .maxLength(LanguageTags.MAX_LENGTH)
            .example("ar");
    private static final QueryParameter SECTION = QueryParameter.text("section", "Its section.")
            .maxLength(LONGEST_LABEL)
            .example("محليات");
    private static final QueryParameter KEYWORD = QueryParameter.text("keyword", "A keyword of it.")
            .maxLength(LONGEST_LABEL)
            .example("تعليم")
            .repeated();
    private static final QueryParameter ZONE = QueryParameter.text(
                    "zone",
                    "IANA time zone in which `yesterday` is told from `today`; that of the source if nothing says.")
            .maxLength(TimeZoneName.MAX_LENGTH)
            .example("Asia/Damascus");
    private static final QueryParameter BIAS = QueryParameter.word(
            "bias",
            "Which day a date without a year, or a day of the week, means. By default days of the week are past ones unless"
                    + " their clause speaks of the future, and other dates the nearest.",
            List.of("past", "future", "nearest"));
    private static final QueryParameter OVERRIDE = QueryParameter.flag(
                    "override",
                    "`source`, `language`, `published`, `section`, `keyword`, `url`, `zone`, `bias` beat also what the input states.")
            .defaultsTo("false");
    private static final QueryParameter ON_EXISTING = QueryParameter.word(
                    "onExisting",
                    "What becomes of an article that is stored already: it is left as it is (`exists`), or the fields that"
                            + " the input states are written (`updated`, `unchanged`), or the item is rejected.",
                    List.of("skip", "update", "reject"))
            .defaultsTo("skip");
    private static final QueryParameter DRY_RUN = QueryParameter.flag(
                    "dryRun",
                    "Nothing is stored; each item of the report has the whole article as it would be, with its dates. Of an item"
                            + " that repeats one far before it, the report has `id` and `title`.")
            .defaultsTo("false");
    private static final QueryParameter SPLIT = QueryParameter.flag(
                    "split",
                    "The text is several ones, parted by lines of three or more `-` or `=`. Only with `text/plain`.")
            .defaultsTo("false");

    static final List<QueryParameter> ALL = List.of(
            SOURCE, PUBLISHED, URL, LANGUAGE, SECTION, KEYWORD, ZONE, BIAS, OVERRIDE, ON_EXISTING, DRY_RUN, SPLIT);

    /**
     * Reads them.
     *
     * @param form what the input is said to be; null where nothing is said
     */
    static ImportParameters of(Parameters parameters, @Nullable Form form) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        SourceReference source = parameters.value(SOURCE, SourceReference::parse);
        if (source != null) {
            fields.put("source", source.text());
        }
        PartialDate published = parameters.value(PUBLISHED, PartialDate::parsePoint);
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
        String section = parameters.value(SECTION, ImportParameters::label);
        if (section != null) {
            fields.put("section", section);
        }
        List<String> keywords = parameters.values(KEYWORD, ImportParameters::label);
        if (!keywords.isEmpty()) {
            ArrayNode all = fields.putArray("keywords");
            keywords.stream().distinct().forEach(all::add);
        }
        boolean split = parameters.flag(SPLIT);
        if (split && form != null && form != Form.TEXT) {
            parameters.faults().parameter(SPLIT.name(), "invalid", "is for raw text (`text/plain`)");
        }
        if (url != null && (split || (form != null && !form.hasAddress()))) {
            parameters.faults().parameter(URL.name(), "invalid", NO_ADDRESS);
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

    /** Whether what is stored already is written over. */
    boolean updates() {
        return onExisting == OnExisting.UPDATE;
    }

    /** Where the input was; null where that is unknown. */
    @Nullable String url() {
        return fields.path(URL.name()).textValue();
    }

    /**
     * Checks what is given against what the input is, where its first bytes had to tell.
     *
     * @throws ProblemException for an address that it cannot have
     */
    void check(Form form) {
        if (url() != null && !form.hasAddress()) {
            throw ProblemException.of(ProblemCode.INVALID_REQUEST, Fault.parameter(URL.name(), "invalid", NO_ADDRESS));
        }
    }

    /** The same for an input of several articles, whose address is that of none of them. */
    ImportParameters ofSeveral() {
        ObjectNode others = fields.deepCopy();
        others.remove(URL.name());
        return new ImportParameters(others, override, onExisting, dryRun, split, followed);
    }

    private static String label(String value) {
        String text = Text.strip(value);
        if (text.codePointCount(0, text.length()) > LONGEST_LABEL) {
            throw new IllegalArgumentException("must have at most " + LONGEST_LABEL + " characters");
        }
        return text;
    }
}
