package io.khabar.mention;

import java.time.LocalDate;
import java.util.List;
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

    /** One of several mentions that were read together: where it begins and ends (exclusive), in tokens. */
    record Piece(int start, int end, Expression meaning) {}

    /** Several mentions, of which some say what others mean: "10, 11 and 12 May". No time itself. */
    record Several(List<Piece> pieces) implements Expression {
        @Override
        public @Nullable Value at(@Nullable LocalDate reference, @Nullable Bias bias) {
            return null;
        }

        @Override
        public Kind kind() {
            return pieces.getFirst().meaning().kind();
        }
    }

    /** The same time, of another kind. */
    record OfKind(Expression inner, Kind kind) implements Expression {
        @Override
        public @Nullable Value at(@Nullable LocalDate reference, @Nullable Bias bias) {
            return inner.at(reference, bias);
        }
    }

    /** Open at its end ("since"): of several possible times the last one. */
    record Since(Expression inner) implements Expression {
        @Override
        public @Nullable Value at(@Nullable LocalDate reference, @Nullable Bias bias) {
            Value value = inner.at(reference, bias == null ? Bias.PAST : bias);
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
            boolean either = bias == null && from instanceof CalendarFields && isOpen(from) && isOpen(to);
            return either && reference != null ? closest(reference) : between(reference, bias);
        }

        /** Without a word for the direction it is the range that lies closer, not the one whose beginning does. */
        private @Nullable Value closest(LocalDate reference) {
            Choice choice = new Choice(reference, null, Bias.NEAREST);
            for (Bias bias : List.of(Bias.PAST, Bias.FUTURE)) {
                Value value = between(reference, bias);
                if (value != null) {
                    choice.offer(value);
                }
            }
            return choice.best();
        }

        private @Nullable Value between(@Nullable LocalDate reference, @Nullable Bias bias) {
            Value start = from.at(null, null);
            Value end = to.at(null, null);
            if (end == null && !isOpen(to)) {
                end = to.at(reference, bias);
            }
            if (start == null) {
                start = end != null && isOpen(from) ? from.at(end.first(), Bias.PAST) : from.at(reference, bias);
            }
            if (end == null && start != null && isOpen(to)) {
                end = to.at(start.first(), Bias.FUTURE);
            }
            return start == null || end == null || end.last().isBefore(start.first())
                    ? null
                    : Value.between(start, end);
        }

        /** Whether nothing but the other end says which of several days, months or years it is. */
        private static boolean isOpen(Expression end) {
            return switch (end) {
                case CalendarFields fields -> fields.year() == null && fields.shift() == null;
                case Relative.Weekday weekday -> weekday.shift() == null;
                default -> false;
            };
        }

        @Override
        public Kind kind() {
            return Kind.RANGE;
        }
    }
}
