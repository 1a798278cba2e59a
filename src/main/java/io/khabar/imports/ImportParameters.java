package io.khabar.imports;

import io.khabar.date.PartialDate;
import io.khabar.date.Precision;
import io.khabar.http.Parameters;
import io.khabar.http.QueryParameter;
import io.khabar.http.WebAddress;
import io.khabar.language.LanguageTag;
import io.khabar.source.SourceReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of an import beside its text; it beats what is derived from the text.
 *
 * @param published a year, month, day or instant
 */
record ImportParameters(
        @Nullable SourceReference source,
        @Nullable PartialDate published,
        @Nullable WebAddress url,
        @Nullable LanguageTag language) {

    static final QueryParameter SOURCE = QueryParameter.text(
                    "source", "Key or id of the source; it beats a name in the text.")
            .example("syria-news");
    private static final QueryParameter PUBLISHED = QueryParameter.text(
                    "published", "When it was published: a year, month, day or instant.")
            .example("2021-09-14");
    private static final QueryParameter URL =
            QueryParameter.text("url", "Its address on the web.").format("iri").example("https://example.org/news/1");
    private static final QueryParameter LANGUAGE = QueryParameter.text(
                    "language", "Its language (BCP 47); it beats what is derived from the text.")
            .example("ar");

    static final List<QueryParameter> ALL = List.of(SOURCE, PUBLISHED, URL, LANGUAGE);

    static ImportParameters of(Parameters parameters) {
        ImportParameters read = new ImportParameters(
                parameters.value(SOURCE, SourceReference::parse),
                parameters.value(PUBLISHED, ImportParameters::date),
                parameters.value(URL, WebAddress::new),
                parameters.value(LANGUAGE, LanguageTag::new));
        parameters.check();
        return read;
    }

    private static PartialDate date(String text) {
        PartialDate date = PartialDate.parse(text);
        if (date.precision() == Precision.INTERVAL) {
            throw new IllegalArgumentException("must be a year, month, day or instant, not an interval");
        }
        return date;
    }
}
