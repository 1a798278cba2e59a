package io.khabar.feed;

import io.khabar.transaction.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Sees to it that a feed is fetched by one process at a time, and notes what came of it. */
@Singleton
class FeedLeaseService {

    /** What a lease lasts longer than a fetch may take: an import that takes longer renews it. */
    private static final Duration BEYOND_FETCH = Duration.ofMinutes(2);

    private final FeedStates states;
    private final FeedMoves moves;
    private final Transactions transactions;
    private final Clock clock;
    private final Duration length;
    private final RandomGenerator chance = RandomGenerator.getDefault();

    FeedLeaseService(
            FeedStates states, FeedMoves moves, Transactions transactions, FeedSettings settings, Clock clock) {
        this.states = states;
        this.moves = moves;
        this.transactions = transactions;
        this.clock = clock;
        this.length = settings.timeout().plus(BEYOND_FETCH);
    }

    /** How long a lease lasts that is not renewed. */
    Duration length() {
        return length;
    }

    /** Leases a feed that is due; empty where none is that may be fetched now. */
    Optional<Lease> due() {
        Instant now = now();
        List<Lease> leases = transactions.run(() -> states.claimDue(1, now, now.plus(length)));
        return leases.stream().findFirst();
    }

    /** Leases a feed, due or not; empty where somebody fetches it. */
    Optional<Lease> take(UUID feed) {
        Instant now = now();
        return states.claim(feed, now, now.plus(length)).stream().findFirst();
    }

    /** Says that the fetch still runs. */
    void renew(Lease lease) {
        states.renew(lease, now().plus(length));
    }

    /** Gives a lease back as if nothing had been done. */
    void release(Lease lease) {
        states.release(lease);
    }

    /** Ends a lease with what came of it. Where it was lost in the meantime, whoever has it now says what came of it. */
    void end(Lease lease, Outcome outcome) {
        Instant now = now();
        switch (outcome) {
            case Outcome.Read read -> {
                // Who asks does so at a time of their own: what that brings says nothing of how often news come.
                Duration interval = lease.byHand() && lease.intervalMinutes() == null
                        ? lease.interval()
                        : Pace.next(lease.interval(), lease.intervalMinutes(), read.created() > 0);
                Instant due = Pace.due(now, interval, chance.nextDouble());
                transactions.run(() -> {
                    boolean held = states.end(lease, read, interval, due, now);
                    if (held) {
                        moves.leaveToOther(
                                lease.feed(), read.movedTo() == null ? lease.movedTo() : read.movedTo(), now);
                    }
                    return held;
                });
            }
            case Outcome.Failed failed -> {
                Instant due = Pace.dueAfterFailure(
                        now, lease.interval(), lease.failuresInRow() + 1, failed.retryAt(), chance.nextDouble());
                Instant retryAt = failed.retryAt() == null ? null : Pace.patient(now, failed.retryAt());
                transactions.run(() -> {
                    boolean held = states.end(lease, failed, due.truncatedTo(ChronoUnit.MICROS), retryAt, now);
                    if (held && failed.gone()) {
                        states.switchOff(lease.feed(), now);
                    }
                    return held;
                });
            }
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
