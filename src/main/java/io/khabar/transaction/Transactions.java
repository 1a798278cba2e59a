package io.khabar.transaction;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Runs a write in a transaction of its own. */
@Singleton
public class Transactions {

    /** Runs of one write at most. Each lost race is somebody else's success, so that few are lost in a row. */
    private static final int RUNS = 10;

    private final Event<WriteEnded> ended;

    Transactions(Event<WriteEnded> ended) {
        this.ended = ended;
    }

    /**
     * Runs work in a new transaction, which is committed before this returns. Work that lost a race (a deadlock or a
     * serialisation failure) is run again from the start.
     */
    public <T> T run(Supplier<T> work) {
        for (int run = 1; ; run++) {
            try {
                return QuarkusTransaction.requiringNew().call(work::get);
            } catch (RuntimeException failed) {
                if (run == RUNS || !lostRace(failed)) {
                    throw failed;
                }
            } finally {
                ended.fire(new WriteEnded());
            }
        }
    }

    /** Runs work in a new transaction that is rolled back in the end: what it would do is known, and nothing is done. */
    public <T> T tryOut(Supplier<T> work) {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        try {
            run(() -> {
                result.set(work.get());
                throw new Undone();
            });
        } catch (Undone _) {
            // As it should be.
        }
        return Objects.requireNonNull(result.get());
    }

    /** Ends a transaction that was only tried out. */
    private static final class Undone extends RuntimeException {
        Undone() {
            super(null, null, false, false);
        }
    }

    /** SQLSTATE 40001 (serialization_failure) and 40P01 (deadlock_detected). */
    private static boolean lostRace(Throwable failed) {
        return cause(failed, SQLException.class)
                .map(SQLException::getSQLState)
                .filter(state -> state.equals("40001") || state.equals("40P01"))
                .isPresent();
    }

    /** The name of the constraint that a write broke; empty where it failed for another reason. */
    public static Optional<String> brokenConstraint(Throwable failed) {
        return cause(failed, PSQLException.class)
                .map(PSQLException::getServerErrorMessage)
                .map(message -> message.getConstraint());
    }

    private static <E extends Throwable> Optional<E> cause(Throwable failed, Class<E> type) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
