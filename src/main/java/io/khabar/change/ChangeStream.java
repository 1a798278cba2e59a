package io.khabar.change;

import io.khabar.change.Change.Entity;
import io.khabar.http.ProblemException;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One client that is sent events. It holds nothing but a place in the log: while the client takes what it gets, the tail
 * gives it each batch; a client that is behind or slow is left to read the log itself, a batch at a time, each one when the
 * one before has gone out.
 *
 * <p>Everything happens on the client's event loop, so that nothing is locked; other threads only leave tasks there.
 */
final class ChangeStream {

    /** Read at once by a stream that is behind. */
    static final int BATCH = 100;

    private static final Buffer BEGIN = Buffer.buffer("retry: 2000\n\n");
    private static final Buffer COMMENT = Buffer.buffer(":\n\n");

    private final Context context;
    private final HttpServerResponse response;
    private final Set<Entity> entities;
    private final ChangeTail tail;
    private final Consumer<ChangeStream> readOn;

    private ChangePosition position;
    private boolean begun;
    private boolean reading = true;
    private boolean atEnd;
    private boolean closed;

    /**
     * A stream from a place.
     *
     * @param readOn has the log read for the stream on another thread, and the result given to {@link #read}; called on
     *     the event loop
     */
    ChangeStream(
            Context context,
            HttpServerResponse response,
            ChangePosition position,
            Set<Entity> entities,
            ChangeTail tail,
            Consumer<ChangeStream> readOn) {
        this.context = context;
        this.response = response;
        this.position = position;
        this.entities = entities;
        this.tail = tail;
        this.readOn = readOn;
    }

    ChangePosition position() {
        return position;
    }

    Set<Entity> entities() {
        return entities;
    }

    /** Runs a task where the stream lives. */
    void run(Runnable task) {
        context.runOnContext(_ -> task.run());
    }

    /** Takes what was read for it, and goes on: with the next part, or with the tail. */
    void read(List<ChangeEvent> events, ChangeBatch batch) {
        reading = false;
        if (closed) {
            return;
        }
        if (!begun) {
            begun = true;
            response.setStatusCode(200).setChunked(true);
            response.headers()
                    .set(HttpHeaders.CONTENT_TYPE, ChangeStreams.MEDIA_TYPE)
                    .set(HttpHeaders.CACHE_CONTROL, "no-store")
                    .set(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    // A compressor would hold events back until it has enough of them.
                    .set(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY)
                    // So would nginx.
                    .set("X-Accel-Buffering", "no");
            response.drainHandler(_ -> readOn());
            send(BEGIN);
        }
        write(events);
        position = batch.end();
        if (response.writeQueueFull()) {
            return;
        }
        if (batch.more() || !tail.join(this, position)) {
            readOn();
        } else {
            atEnd = true;
        }
    }

    private void readOn() {
        // Also called when the client has taken what was sent, which may be while the log is read.
        if (!closed && !atEnd && !reading) {
            reading = true;
            readOn.accept(this);
        }
    }

    /** Is given a batch by the tail, on its thread. */
    void give(List<ChangeEvent> events, ChangePosition end) {
        run(() -> {
            if (closed || !atEnd) {
                return;
            }
            write(events);
            if (end.compareTo(position) > 0) {
                position = end;
            }
            if (response.writeQueueFull()) {
                // What comes now would be kept in memory for a client that does not take it.
                atEnd = false;
                tail.leave(this);
            }
        });
    }

    /** Tells the client that the stream lives, and how far it has come. */
    void heartbeat(ChangePosition reached) {
        run(() -> {
            if (!closed && atEnd) {
                if (reached.compareTo(position) > 0) {
                    position = reached;
                }
                send(ChangeEvent.heartbeat(position));
            }
        });
    }

    /** Keeps the connection of a stream that waits for the database: one that is read for will be written to anyway. */
    void comment() {
        if (!closed && begun && !atEnd && !response.writeQueueFull()) {
            send(COMMENT);
        }
    }

    private void write(List<ChangeEvent> events) {
        Buffer text = Buffer.buffer();
        for (ChangeEvent event : events) {
            if (event.position().compareTo(position) > 0 && entities.contains(event.entity())) {
                text.appendBuffer(event.text());
            }
        }
        if (text.length() > 0) {
            send(text);
        }
    }

    private void send(Buffer text) {
        // A write that fails closes the connection, which is heard of by its own handler.
        var _ = response.write(text);
    }

    /** Ends the stream; the client comes back with the id of the last event. */
    void end() {
        if (!closed) {
            close();
            var _ = response.end();
        }
    }

    /** The client is gone, or is to go. */
    void close() {
        closed = true;
        atEnd = false;
        tail.leave(this);
    }

    boolean closed() {
        return closed;
    }

    /** What was wrong with the request is told instead of events. */
    void refuse(ProblemException problem, Consumer<ProblemException> refusal) {
        if (!closed) {
            close();
            refusal.accept(problem);
        }
    }
}
