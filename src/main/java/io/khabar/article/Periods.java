package io.khabar.article;

import io.khabar.date.Bounds;
import io.khabar.date.Period;
import io.khabar.http.Parameters;
import io.khabar.http.QueryParameter;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Query parameters whose value is a period. */
final class Periods {

    private static final String FORMS =
            " A year, month, day or instant, or `FROM..TO` with either end left open; both ends are"
                    + " included whole, an instant with the second that begins with it.";

    private Periods() {}

    /** One in which the whole date has to lie. */
    static QueryParameter containing(String name, String description) {
        return period(
                name,
                description + FORMS + " Of an instant that is looked for only the beginning has to lie in the period.");
    }

    /** One with which the date has to have some moment in common. */
    static QueryParameter overlapping(String name, String description) {
        return period(name, description + FORMS + " An instant that is looked for is a second long, too.");
    }

    private static QueryParameter period(String name, String description) {
        return QueryParameter.text(name, description)
                .pattern(Period.FORM)
                .maxLength(Period.LONGEST)
                .example("2021-09-01..2021-09-15");
    }

    /** The bounds of a period that a parameter gives; null where it does not come. */
    static @Nullable Bounds bounds(Parameters parameters, QueryParameter parameter, ZoneId zone) {
        return parameters.value(parameter, text -> Period.parse(text, zone).in(zone));
    }
}
