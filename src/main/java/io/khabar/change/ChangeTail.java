package io.khabar.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.change.Change.Entity;
import io.khabar.http.ProblemException;
import io.khabar.http.Refusals;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Follows the end of the log once for all streams that have read everything: one query for a change, however many listen,
 * and none while nobody does.
 */
@Singleton
class ChangeTail {

    private static final Set<Entity> ALL = Set.copyOf(EnumSet.allOf(Entity.class));

    private static final int MOST = 500;

    /** Between two looks at the log, so that a thousand writes a second are not a thousand looks. */
    private static final Duration PAUSE = Duration.ofMillis(10);

    /** While entries wait for an older transaction, whose end nobody may announce. */
    private static final Duration IMPATIENCE = Duration.ofMillis(100);

    /** While the database is away. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final ChangeLog log;
    private final ChangeSignal signal;
    private final ObjectMapper json;
    private final Duration poll;

    /** Streams that have everything up to the position. */
    private final Set<ChangeStream> streams = new LinkedHashSet<>();

    private ChangePosition position = ChangePosition.START;
    private @Nullable Thread follower;

    ChangeTail(ChangeLog log, ChangeSignal signal, ObjectMapper json, ChangeSettings settings) {
        this.log = log;
        this.signal = signal;
        this.json = json;
        this.poll = settings.poll();
    }

    /**
     * Takes in a stream that has read the log up to a place. From then on it is given every batch behind that place.
     *
     * @return false if the log was followed further in the meantime, so that the stream has to read on first
     */
    synchronized boolean join(ChangeStream stream, ChangePosition reached) {
        if (streams.isEmpty()) {
            position = reached;
        } else if (reached.compareTo(position) < 0) {
            return false;
        }
        streams.add(stream);
        if (follower == null) {
            follower = Thread.ofVirtual().name("changes-tail").start(this::follow);
        }
        return true;
    }

    synchronized void leave(ChangeStream stream) {
        streams.remove(stream);
    }

    /** Sends a sign of life, with the place that is reached, to all who are here. */
    synchronized void heartbeat() {
        streams.forEach(stream -> stream.heartbeat(position));
    }

    private synchronized void give(ChangePosition from, ChangeBatch batch) {
        if (!from.equals(position)) {
            // All left while it was read, and those who came then stand elsewhere.
            return;
        }
        position = batch.end();
        if (!batch.entries().isEmpty()) {
            List<ChangeEvent> events = ChangeEvent.of(batch, json);
            streams.forEach(stream -> stream.give(events, batch.end()));
        }
    }

    private synchronized void endAll() {
        streams.forEach(stream -> stream.run(stream::end));
        streams.clear();
    }

    /** Where to read on; null where nobody is left, which ends the thread. */
    private synchronized @Nullable ChangePosition next() {
        if (streams.isEmpty()) {
            follower = null;
            return null;
        }
        return position;
    }

    private void follow() {
        boolean away = false;
        try {
            for (ChangePosition from = next(); from != null; from = next()) {
                long seen = signal.count();
                Duration wait;
                try {
                    ChangeBatch batch = log.read(from, ALL, MOST);
                    give(from, batch);
                    away = false;
                    wait = batch.more() ? Duration.ZERO : batch.waiting() ? IMPATIENCE : poll;
                } catch (ProblemException expired) {
                    // Everybody is told so when they come back.
                    endAll();
                    wait = Duration.ZERO;
                } catch (RuntimeException failed) {
                    if (!away) {
                        // Noted once; streams stay, and go on when the database is back.
                        Refusals.reason(failed);
                    }
                    away = true;
                    wait = RETRY;
                }
                if (!wait.isZero()) {
                    LockSupport.parkNanos(PAUSE.toNanos());
                    // Signals that nobody can follow up are not waited for.
                    signal.await(away ? signal.count() : seen, wait);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    synchronized void stop() {
        if (follower != null) {
            follower.interrupt();
        }
    }
}
