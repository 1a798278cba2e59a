package io.khabar.mention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a mention says, before it is known when the text was written. */
interface Expression {

    /**
     * The time it names for a text of a day.
     *
     * @param reference the day, or null if it is not known
     * @param bias which of several possible times, or null for the usual one of this sort of expression
     * @return null if the expression needs a reference that is missing, or names no possible time
     */
    @Nullable Value at(@Nullable LocalDate reference, @Nullable Bias bias);

    Kind kind();

    /** A time that needs no reference. */
    record Fixed(Value value, Kind kind) implements Expression {
        @Override
        public Value at(@Nullable LocalDate reference, @Nullable Bias bias) {
            return value;
        }
    }

    /** What looks like a date and is none, such as a street that is named after one: no mention. */
    record Nothing() implements Expression {
        @Override
        public @Nullable Value at(@Nullable LocalDate reference, @Nullable Bias bias) {
            return null;
        }

        @Override
        public Kind kind() {
            return Kind.DAY;
        }
    }

    /** The same time, of another kind. */
    record OfKind(Expression inner, Kind kind) implements Expression {
        @Override
        public @Nullable Value at(@Nullable LocalDate reference, @Nullable Bias bias) {
            return inner.at(reference, bias);
        }
    }

    /** Open at its end ("since"). */
    record Since(Expression inner) implements Expression {
        @Override
        public @Nullable Value at(@Nullable LocalDate reference, @Nullable Bias bias) {
            Value value = inner.at(reference, bias);
            return value == null ? null : value.since();
        }

        @Override
        public Kind kind() {
            return Kind.SINCE;
        }
    }

    /** Open at its beginning ("until"). */
    record Until(Expression inner) implements Expression {
        @Override
        public @Nullable Value at(@Nullable LocalDate reference, @Nullable Bias bias) {
            Value value = inner.at(reference, bias);
            return value == null ? null : value.until();
        }

        @Override
        public Kind kind() {
            return Kind.UNTIL;
        }
    }

    /** From one time to another; an end that is incomplete is the one closest to the other end. */
    record Range(Expression from, Expression to) implements Expression {
        @Override
        public @Nullable Value at(@Nullable LocalDate reference, @Nullable Bias bias) {
            Value start = from.at(null, null);
            Value end = to.at(null, null);
            if (start == null && end != null) {
                start = from.at(end.first(), Bias.PAST);
            } else if (start == null) {
                start = from.at(reference, bias);
            }
            if (end == null && start != null) {
                end = isTiedToReference(to) ? to.at(reference, bias) : to.at(start.first(), Bias.FUTURE);
            }
            return start == null || end == null || end.last().isBefore(start.first())
                    ? null
                    : Value.between(start, end);
        }

        private static boolean isTiedToReference(Expression end) {
            return !(end instanceof CalendarFields
                    || (end instanceof Relative.Weekday weekday && weekday.shift() == null));
        }

        @Override
        public Kind kind() {
            return Kind.RANGE;
        }
    }
}
