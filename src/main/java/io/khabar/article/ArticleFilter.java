package io.khabar.article;

import io.khabar.date.Bounds;
import io.khabar.http.CanonicalUrl;
import io.khabar.http.Ids;
import io.khabar.http.Parameters;
import io.khabar.http.QueryParameter;
import io.khabar.http.Text;
import io.khabar.language.LanguageTags;
import io.khabar.source.Country;
import io.khabar.source.SourceReference;
import io.khabar.source.TimeZoneName;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which articles a list shows. Conditions combine with AND; within one, any value will do. A choice of values comes with
 * its opposite: {@code not} excludes, and keeps articles that have no value.
 *
 * @param ids exactly these; empty for any
 * @param urls exactly these, canonical; empty for any
 * @param modified period in which the whole date lies; so {@code published, created, updated}
 * @param mentions period that some mentioned date overlaps
 * @param words least and most words of the body
 * @param duplicates whether copies are shown
 * @param zone where days begin for instants
 */
record ArticleFilter(
        Choice<SourceReference> source,
        Choice<String> language,
        Choice<String> country,
        Choice<String> section,
        Choice<String> keyword,
        Choice<String> author,
        List<UUID> ids,
        List<String> urls,
        @Nullable Bounds published,
        @Nullable Bounds modified,
        @Nullable Bounds created,
        @Nullable Bounds updated,
        @Nullable Bounds mentions,
        Choice<String> has,
        @Nullable Range words,
        Duplicates duplicates,
        ZoneId zone) {

    /** Which articles that are copies of one story are shown ({@code io.khabar.duplicate}). */
    enum Duplicates {
        /** All. */
        INCLUDE,
        /** The earliest of those of one story that the other conditions, and the query, let through. */
        COLLAPSE,
        /** Those that are duplicates of others. */
        ONLY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Values of which an article must have one, and values of which it must have none. */
    record Choice<T>(List<T> any, List<T> none) {

        /** The same where it stays; any value where it goes. */
        Choice<T> unless(boolean gone) {
            return gone ? new Choice<>(List.of(), List.of()) : this;
        }
    }

    /** Whole numbers from a least to a most, both included; null where there is none. */
    record Range(@Nullable Integer least, @Nullable Integer most) {

        static Range parse(String text) {
            int dots = text.indexOf("..");
            if (dots < 0 || text.equals("..")) {
                throw new IllegalArgumentException("must be a range, as 200.., ..500 or 200..500");
            }
            Range range = new Range(number(text.substring(0, dots)), number(text.substring(dots + 2)));
            if (range.least != null && range.most != null && range.least > range.most) {
                throw new IllegalArgumentException("must not begin above its end");
            }
            return range;
        }

        private static @Nullable Integer number(String digits) {
            if (digits.isEmpty()) {
                return null;
            }
            if (digits.length() > 9 || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
                throw new IllegalArgumentException("must have whole numbers of at most nine digits at its ends");
            }
            return Integer.valueOf(digits);
        }
    }

    private static final List<String> HAVABLE =
            List.of("title", "lead", "url", "image", "author", "keyword", "section", "published", "mentions");

    private static final QueryParameter SOURCE = QueryParameter.text("source", "Key or id of the source.")
            .maxLength(SourceReference.MAX_LENGTH)
            .listed()
            .example("syria-news");
    private static final QueryParameter SOURCE_NOT = QueryParameter.text("source.not", "Not from these sources.")
            .maxLength(SourceReference.MAX_LENGTH)
            .listed()
            .example("syria-news");
    private static final QueryParameter LANGUAGE = QueryParameter.text(
                    "language", "Language; `ar` matches `ar-SY` too (RFC 4647, basic filtering).")
            .maxLength(LanguageTags.MAX_LENGTH)
            .listed()
            .example("ar");
    private static final QueryParameter LANGUAGE_NOT = QueryParameter.text("language.not", "Not in these languages.")
            .maxLength(LanguageTags.MAX_LENGTH)
            .listed()
            .example("fr");
    private static final QueryParameter COUNTRY = QueryParameter.text(
                    "country", "Country of the source: ISO 3166-1 alpha-2, in letters of either case.")
            .pattern(Country.FORM)
            .listed()
            .example("SY");
    private static final QueryParameter COUNTRY_NOT = QueryParameter.text(
                    "country.not", "Not from sources of these countries.")
            .pattern(Country.FORM)
            .listed();
    private static final QueryParameter SECTION = QueryParameter.text(
                    "section", "Section, exactly as the article has it.")
            .repeated()
            .example("سياسة");
    private static final QueryParameter SECTION_NOT =
            QueryParameter.text("section.not", "Not in these sections.").repeated();
    private static final QueryParameter KEYWORD = QueryParameter.text(
                    "keyword", "Keyword, exactly as the article has it.")
            .repeated()
            .example("درعا");
    private static final QueryParameter KEYWORD_NOT =
            QueryParameter.text("keyword.not", "With none of these keywords.").repeated();
    private static final QueryParameter AUTHOR = QueryParameter.text("author", "Name of an author, exactly.")
            .repeated()
            .example("لينا الأحمد");
    private static final QueryParameter AUTHOR_NOT =
            QueryParameter.text("author.not", "By none of these authors.").repeated();
    private static final QueryParameter ID =
            QueryParameter.text("id", "Exactly these articles.").listed().format("uuid");
    private static final QueryParameter URL = QueryParameter.text(
                    "url", "Exactly the articles with these addresses, compared in canonical form.")
            .repeated()
            .format("iri");
    private static final QueryParameter PUBLISHED =
            Periods.containing("published", "Published in this period, the whole date.");
    private static final QueryParameter MODIFIED =
            Periods.containing("modified", "Last changed by its publisher in this period.");
    private static final QueryParameter CREATED = Periods.containing("created", "Stored here in this period.");
    private static final QueryParameter UPDATED = Periods.containing("updated", "Last written here in this period.");
    private static final QueryParameter MENTIONS =
            Periods.overlapping("mentions", "Some mentioned date overlaps this period.");
    private static final QueryParameter HAS =
            QueryParameter.word("has", "Has all of these.", HAVABLE).listed();
    private static final QueryParameter HAS_NOT =
            QueryParameter.word("has.not", "Has none of these.", HAVABLE).listed();
    private static final QueryParameter WORDS = QueryParameter.text(
                    "words", "Number of words: `200..`, `..500` or `200..500`, both ends included.")
            .pattern("^(?:\\d{1,9}\\.\\.(?:\\d{1,9})?|\\.\\.\\d{1,9})$")
            .example("200..500");

    private static final QueryParameter DUPLICATES = QueryParameter.word(
                    "duplicates",
                    "What becomes of articles that are copies of one story: `include` shows all of them, `only` those that"
                            + " have `duplicateOf`, `collapse` one of each story: the earliest of those that the other"
                            + " filters, and `q`, let through, be it a duplicate of one that they do not. With `q`, and in"
                            + " facets, at most 50,000 duplicates are collapsed: where more are found, the request is"
                            + " refused. Copies are known about a second after they are written.",
                    Arrays.stream(Duplicates.values()).map(Duplicates::word).toList())
            .defaultsTo(Duplicates.INCLUDE.word())
            .example("collapse");

    /** Where days begin. */
    static final QueryParameter ZONE = QueryParameter.text(
                    "zone",
                    "IANA time zone in which the days of a period begin, for instants; years, months and days compare as"
                            + " civil dates.")
            .maxLength(TimeZoneName.MAX_LENGTH)
            .defaultsTo("UTC")
            .example("Asia/Damascus");

    /** The parameters that make a filter. */
    static final List<QueryParameter> PARAMETERS = List.of(
            SOURCE,
            SOURCE_NOT,
            LANGUAGE,
            LANGUAGE_NOT,
            COUNTRY,
            COUNTRY_NOT,
            SECTION,
            SECTION_NOT,
            KEYWORD,
            KEYWORD_NOT,
            AUTHOR,
            AUTHOR_NOT,
            ID,
            URL,
            PUBLISHED,
            MODIFIED,
            CREATED,
            UPDATED,
            MENTIONS,
            HAS,
            HAS_NOT,
            WORDS,
            DUPLICATES,
            ZONE);

    static ArticleFilter of(Parameters parameters) {
        ZoneId zone = zone(parameters);
        return new ArticleFilter(
                choice(parameters, SOURCE, SOURCE_NOT, SourceReference::parse),
                choice(parameters, LANGUAGE, LANGUAGE_NOT, LanguageTags::canonical),
                choice(parameters, COUNTRY, COUNTRY_NOT, Country::code),
                choice(parameters, SECTION, SECTION_NOT, Text::strip),
                choice(parameters, KEYWORD, KEYWORD_NOT, Text::strip),
                choice(parameters, AUTHOR, AUTHOR_NOT, Text::strip),
                distinct(parameters, ID, Ids::parse),
                distinct(parameters, URL, CanonicalUrl::of),
                Periods.bounds(parameters, PUBLISHED, zone),
                Periods.bounds(parameters, MODIFIED, zone),
                Periods.bounds(parameters, CREATED, zone),
                Periods.bounds(parameters, UPDATED, zone),
                Periods.bounds(parameters, MENTIONS, zone),
                new Choice<>(parameters.words(HAS), parameters.words(HAS_NOT)),
                parameters.value(WORDS, Range::parse),
                duplicates(parameters.word(DUPLICATES)),
                zone);
    }

    private static Duplicates duplicates(@Nullable String word) {
        return Arrays.stream(Duplicates.values())
                .filter(value -> value.word().equals(word))
                .findFirst()
                .orElse(Duplicates.INCLUDE);
    }

    /** Whether one of each story is shown. */
    boolean collapses() {
        return duplicates == Duplicates.COLLAPSE;
    }

    /** The same without the conditions on one field. */
    ArticleFilter ignoring(FacetField field) {
        return new ArticleFilter(
                source.unless(field == FacetField.SOURCE),
                language.unless(field == FacetField.LANGUAGE),
                country.unless(field == FacetField.COUNTRY),
                section.unless(field == FacetField.SECTION),
                keyword.unless(field == FacetField.KEYWORD),
                author.unless(field == FacetField.AUTHOR),
                ids,
                urls,
                published,
                modified,
                created,
                updated,
                mentions,
                has,
                words,
                duplicates,
                zone);
    }

    /** The zone that the parameters name; UTC by default. */
    static ZoneId zone(Parameters parameters) {
        ZoneId zone = parameters.value(ZONE, TimeZoneName::zone);
        return zone == null ? ZoneOffset.UTC : zone;
    }

    private static <T> Choice<T> choice(
            Parameters parameters, QueryParameter any, QueryParameter none, Function<String, T> parse) {
        return new Choice<>(distinct(parameters, any, parse), distinct(parameters, none, parse));
    }

    private static <T> List<T> distinct(Parameters parameters, QueryParameter parameter, Function<String, T> parse) {
        return parameters.values(parameter, parse).stream().distinct().toList();
    }
}
