package io.khabar.mention;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Chooses among possible times, offered in order, the one that a reference and a bias ask for. */
final class Choice {

    private final LocalDate reference;
    private final @Nullable Integer shift;
    private final Bias bias;
    private @Nullable Value best;

    /**
     * @param shift -1 for the last before the reference, 1 for the next after it, 0 for the closest; null leaves it to
     *     the bias, for which a time that contains the reference is neither past nor future
     */
    Choice(LocalDate reference, @Nullable Integer shift, Bias bias) {
        this.reference = reference;
        this.shift = shift;
        this.bias = bias;
    }

    void offer(Value candidate) {
        if (isAllowed(candidate) && (best == null || distance(candidate) < distance(best))) {
            best = candidate;
        }
    }

    @Nullable Value best() {
        return best;
    }

    private boolean isAllowed(Value candidate) {
        if (shift != null) {
            return switch (shift) {
                case -1 -> candidate.last().isBefore(reference);
                case 1 -> candidate.first().isAfter(reference);
                default -> true;
            };
        }
        return switch (bias) {
            case PAST -> !candidate.first().isAfter(reference);
            case FUTURE -> !candidate.last().isBefore(reference);
            case NEAREST -> true;
        };
    }

    private long distance(Value candidate) {
        if (candidate.first().isAfter(reference)) {
            return ChronoUnit.DAYS.between(reference, candidate.first());
        }
        return Math.max(0, ChronoUnit.DAYS.between(candidate.last(), reference));
    }
}
