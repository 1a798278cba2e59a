package io.khabar.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.http.Front;
import io.khabar.http.MediaRange;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.http.Refusals;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * The change log as server-sent events. On Vert.x itself and not through Jakarta REST: an idle listener is a connection
 * with a place in the log and no thread, an event is written once for all, and nothing is kept for a client that does not
 * read.
 */
@Singleton
class ChangeStreams {

    static final String MEDIA_TYPE = "text/event-stream";

    private static final Logger LOG = Logger.getLogger(ChangeStreams.class);

    /** Streams that read the log at one time: of the connections to the database, most are for requests. */
    private static final int READERS = 4;

    /** While the database is away. */
    private static final long RETRY_MILLIS = 1_000;

    /**
     * After this a stream ends, and its client comes back: with a key that may have been revoked, and perhaps to another
     * process. Up to twice as long, so that not all come back at once.
     */
    private static final Duration LIFETIME = Duration.ofMinutes(30);

    private final ChangeLog log;
    private final ChangeTail tail;
    private final Refusals refusals;
    private final ObjectMapper json;
    private final Vertx vertx;
    private final int most;
    private final long heartbeat;

    private final Semaphore readers = new Semaphore(READERS);
    private final Set<ChangeStream> streams = ConcurrentHashMap.newKeySet();
    private final Thread stop = Thread.ofPlatform().name("changes-stop").unstarted(this::endAll);
    private volatile boolean stopping;

    ChangeStreams(
            ChangeLog log,
            ChangeTail tail,
            Refusals refusals,
            ObjectMapper json,
            Vertx vertx,
            ChangeSettings settings,
            MeterRegistry meters) {
        this.log = log;
        this.tail = tail;
        this.refusals = refusals;
        this.json = json;
        this.vertx = vertx;
        this.most = settings.maxStreams();
        this.heartbeat = settings.heartbeat().toMillis();
        meters.gauge("khabar.changes.streams", streams, Set::size);
    }

    void filter(@Observes Filters filters) {
        // Before Jakarta REST, which is asked where no events are wanted; after it was asked who is calling.
        filters.register(this::handle, Front.ACCESS_PRIORITY - 2);
    }

    void start(@Observes StartupEvent start) {
        vertx.setPeriodic(heartbeat, _ -> {
            tail.heartbeat();
            streams.forEach(stream -> stream.run(stream::comment));
        });
        // A stop waits for running requests; a stream would run on. All hooks run at once, so this is early enough.
        try {
            Runtime.getRuntime().addShutdownHook(stop);
        } catch (IllegalStateException told) {
            // To stop, while it still starts.
            endAll();
        }
    }

    @PreDestroy
    void stop() {
        if (!stopping) {
            try {
                Runtime.getRuntime().removeShutdownHook(stop);
            } catch (IllegalStateException running) {
                // The hook does the same at this very moment.
            }
            endAll();
        }
    }

    private void endAll() {
        stopping = true;
        streams.forEach(stream -> stream.run(stream::end));
    }

    /** How many are open. */
    int open() {
        return streams.size();
    }

    private void handle(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (!ChangeResource.PATH.equals(context.request().path())
                || !(HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method))
                || !wantsEvents(context)) {
            context.next();
            return;
        }
        try {
            ChangeRequest asked = ChangeRequest.of(
                    context.request().query(), context.request().getHeader(ChangeRequest.LAST_EVENT_ID));
            if (HttpMethod.HEAD.equals(method)) {
                context.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                        .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                        .end();
            } else if (stopping || streams.size() >= most) {
                throw new ProblemException(ProblemCode.UNAVAILABLE, "There are too many streams at the moment.")
                        .header("Retry-After", "10");
            } else {
                open(context, asked);
            }
        } catch (ProblemException problem) {
            refusals.send(context, problem);
        }
    }

    /** Whether the client prefers events: of what both kinds of answers are, the first that it names. */
    private static boolean wantsEvents(RoutingContext context) {
        for (MediaRange accepted : MediaRange.accepted(context)) {
            switch (accepted.name()) {
                case MEDIA_TYPE, "text/*" -> {
                    return accepted.weight() > 0;
                }
                case "application/json", "application/*", "*/*" -> {
                    return false;
                }
                default -> {
                    // Something that is no answer of this address.
                }
            }
        }
        return false;
    }

    private void open(RoutingContext routing, ChangeRequest asked) {
        Context context = vertx.getOrCreateContext();
        // Paused while the key was looked up; a connection that is not read is not seen to close.
        routing.request().resume();
        ChangePosition after = asked.after();
        ChangeStream stream = new ChangeStream(
                context,
                routing.response(),
                after == null ? ChangePosition.START : after,
                asked.entities(),
                tail,
                this::readOn);
        streams.add(stream);
        long life = LIFETIME.toMillis() + ThreadLocalRandom.current().nextLong(LIFETIME.toMillis());
        long timer = vertx.setTimer(life, _ -> stream.run(stream::end));
        routing.response().exceptionHandler(_ -> gone(stream, timer));
        routing.response().closeHandler(_ -> gone(stream, timer));
        routing.response().endHandler(_ -> gone(stream, timer));
        start(stream, routing, after == null);
    }

    private void gone(ChangeStream stream, long timer) {
        vertx.cancelTimer(timer);
        streams.remove(stream);
        stream.close();
    }

    /** The first reading: what it fails with is the answer. */
    private void start(ChangeStream stream, RoutingContext routing, boolean fromNow) {
        Set<Change.Entity> entities = stream.entities();
        ChangePosition place = stream.position();
        inBackground(() -> {
            try {
                ChangePosition from = fromNow ? log.end() : place;
                ChangeBatch batch = log.read(from, entities, ChangeStream.BATCH);
                give(stream, batch);
            } catch (ProblemException problem) {
                stream.run(() -> stream.refuse(problem, told -> refusals.send(routing, told)));
            } catch (RuntimeException failed) {
                ProblemException problem = Refusals.reason(failed);
                stream.run(() -> stream.refuse(problem, told -> refusals.send(routing, told)));
            }
        });
    }

    private void readOn(ChangeStream stream) {
        ChangePosition from = stream.position();
        inBackground(() -> {
            try {
                give(stream, log.read(from, stream.entities(), ChangeStream.BATCH));
            } catch (ProblemException expired) {
                // What it had not read yet is gone: it is told so when it comes back.
                stream.run(stream::end);
            } catch (RuntimeException failed) {
                LOG.debugf("A stream waits for the database: %s", failed.getMessage());
                vertx.setTimer(
                        RETRY_MILLIS,
                        _ -> stream.run(() -> {
                            if (!stream.closed()) {
                                readOn(stream);
                            }
                        }));
            }
        });
    }

    private void give(ChangeStream stream, ChangeBatch batch) {
        var events = ChangeEvent.of(batch, json);
        stream.run(() -> stream.read(events, batch));
    }

    private void inBackground(Runnable reading) {
        Thread.ofVirtual().name("changes-reader").start(() -> {
            readers.acquireUninterruptibly();
            try {
                reading.run();
            } finally {
                readers.release();
            }
        });
    }
}
