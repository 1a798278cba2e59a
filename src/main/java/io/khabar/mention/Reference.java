package io.khabar.mention;

import io.khabar.date.PartialDate;
import io.khabar.date.Precision;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The first and the last day on which a text may have been written. What an expression means is known when both give
 * the same.
 */
record Reference(LocalDate first, LocalDate last) {

    /** The days of a published date; null without one, and for an interval. */
    static @Nullable Reference of(@Nullable PartialDate published, ZoneId zone) {
        if (published == null || published.precision() == Precision.INTERVAL) {
            return null;
        }
        if (published.precision() == Precision.INSTANT) {
            LocalDate day =
                    Objects.requireNonNull(published.earliest()).atZone(zone).toLocalDate();
            return new Reference(day, day);
        }
        LocalDate first = Objects.requireNonNull(published.earliest())
                .atOffset(ZoneOffset.UTC)
                .toLocalDate();
        LocalDate last =
                switch (published.precision()) {
                    case YEAR -> first.plusYears(1).minusDays(1);
                    case MONTH -> first.plusMonths(1).minusDays(1);
                    default -> first;
                };
        return new Reference(first, last);
    }

    /** What an expression means for a text of these days; null if that differs between them. */
    @Nullable Value resolve(Expression expression, @Nullable Bias bias) {
        Value value = expression.at(first, bias);
        return first.equals(last) || Objects.equals(value, expression.at(last, bias)) ? value : null;
    }
}
