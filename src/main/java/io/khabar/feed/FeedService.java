package io.khabar.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.http.Fault;
import io.khabar.http.Ids;
import io.khabar.http.Preconditions;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.http.RecordReader;
import io.khabar.list.Stamped;
import io.khabar.source.SourceReference;
import io.khabar.source.SourceRepository;
import io.khabar.transaction.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes feeds. */
@Singleton
class FeedService {

    /** Reads feeds as clients write them. */
    static final RecordReader<NewFeed> READER = RecordReader.of(NewFeed.class, FeedView.class);

    /** What a write made, and whether it was there before. */
    record Written(Stamped<FeedView> feed, boolean created) {}

    private final FeedRepository feeds;
    private final FeedStates states;
    private final FeedMoves moves;
    private final SourceRepository sources;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;
    private final ObjectMapper json;

    FeedService(
            FeedRepository feeds,
            FeedStates states,
            FeedMoves moves,
            SourceRepository sources,
            Transactions transactions,
            Ids ids,
            Clock clock,
            ObjectMapper json) {
        this.feeds = feeds;
        this.states = states;
        this.moves = moves;
        this.sources = sources;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Begins to follow a feed.
     *
     * @throws ProblemException {@code feed-exists} or {@code unknown-source}
     */
    Stamped<FeedView> create(NewFeed written) {
        UUID id = written.id() == null ? ids.next() : written.id();
        return naming(id, written, () -> transactions.run(() -> insert(id, written, source(written))));
    }

    private Stamped<FeedView> insert(UUID id, NewFeed written, @Nullable UUID source) {
        Feed feed = new Feed(id, written, source, now());
        feeds.persist(feed);
        feeds.flush();
        refuseWhereAnotherHasMoved(feed);
        states.begin(id, feed.urlCanonical, Pace.first(feed.intervalMinutes), feed.createdAt);
        return view(id);
    }

    /** Replaces a feed, or creates it where nothing has the id. */
    Written replace(UUID id, NewFeed written, Preconditions conditions) {
        agree(id, written);
        return naming(
                id,
                written,
                () -> repeatedWhenOvertaken(() -> transactions.run(() -> {
                    Optional<Feed> found = feeds.forUpdate(id);
                    // First what is wrong with the request by itself, then what it is conditional on.
                    UUID source = source(written);
                    conditions.check(found.map(feed -> feed.version).orElse(null));
                    return found.isEmpty()
                            ? new Written(insert(id, written, source), true)
                            : new Written(update(found.get(), written, source), false);
                })));
    }

    /** Changes a feed by a merge patch. */
    Stamped<FeedView> patch(UUID id, JsonNode patch, Preconditions conditions) {
        // Known only inside of the transaction, needed when it has failed.
        AtomicReference<@Nullable NewFeed> attempt = new AtomicReference<>();
        try {
            return transactions.run(() -> {
                Feed feed = feeds.forUpdate(id).orElseThrow(() -> unknown(id));
                NewFeed written = READER.patched(json.valueToTree(feed.written()), patch);
                agree(id, written);
                UUID source = source(written);
                conditions.check(feed.version);
                attempt.set(written);
                return update(feed, written, source);
            });
        } catch (RuntimeException failed) {
            NewFeed made = attempt.get();
            throw made == null ? failed : named(failed, id, made);
        }
    }

    private Stamped<FeedView> update(Feed feed, NewFeed written, @Nullable UUID source) {
        String before = feed.urlCanonical;
        boolean off = !feed.enabled;
        Integer minutes = feed.intervalMinutes;
        Instant now = now();
        feed.write(written, source, now);
        feeds.flush();
        Duration interval = Pace.first(feed.intervalMinutes);
        if (!before.equals(feed.urlCanonical)) {
            refuseWhereAnotherHasMoved(feed);
            states.readdress(feed.id, feed.urlCanonical, interval, now);
        } else if (!Objects.equals(minutes, feed.intervalMinutes)) {
            states.setInterval(feed.id, interval, now);
        }
        if (off && feed.enabled) {
            states.hasten(feed.id, now);
        }
        return view(feed.id);
    }

    /** Ends to follow a feed. Its articles stay. */
    void delete(UUID id, Preconditions conditions) {
        transactions.run(() -> {
            Feed feed = feeds.forUpdate(id).orElseThrow(() -> unknown(id));
            conditions.check(feed.version);
            feeds.delete(feed);
            feeds.flush();
            return id;
        });
    }

    private @Nullable UUID source(NewFeed written) {
        SourceReference reference = written.source();
        return reference == null ? null : sources.named(reference).id();
    }

    private static ProblemException noSource(String detail) {
        return ProblemException.of(ProblemCode.UNKNOWN_SOURCE, Fault.pointer("/source", "unknown-source", detail));
    }

    private Stamped<FeedView> view(UUID id) {
        return feeds.view(id, FeedResource.WHOLE).orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static ProblemException unknown(UUID id) {
        return ProblemException.notFound("There is no feed `" + id + "`.");
    }

    /** What the body says of its own identity must be what the address says. */
    private static void agree(UUID id, NewFeed written) {
        if (written.id() != null && !id.equals(written.id())) {
            throw ProblemException.of(
                    ProblemCode.INVALID_REQUEST,
                    Fault.pointer("/id", "mismatch", "differs from the id in the address"));
        }
    }

    /** Two creators of one id: the second finds what the first made, and replaces it. */
    private static <T> T repeatedWhenOvertaken(Supplier<T> write) {
        try {
            return write.get();
        } catch (RuntimeException failed) {
            if (Transactions.brokenConstraint(failed)
                    .filter("feed_id_pk"::equals)
                    .isPresent()) {
                return write.get();
            }
            throw failed;
        }
    }

    /** Names the conflict behind a broken constraint. */
    private <T> T naming(UUID id, NewFeed written, Supplier<T> write) {
        try {
            return write.get();
        } catch (RuntimeException failed) {
            throw named(failed, id, written);
        }
    }

    private RuntimeException named(RuntimeException failed, UUID id, NewFeed written) {
        return switch (Transactions.brokenConstraint(failed).orElse("")) {
            case "feed_id_pk" -> same(id, "id");
            case "feed_url_canonical_key" ->
                feeds.at(written.url().canonical())
                        .<RuntimeException>map(other -> same(other, "url"))
                        // Deleted since: whoever sends it again succeeds.
                        .orElse(failed);
            case "feed_source_id_fk" -> noSource("names a source that was just deleted");
            default -> failed;
        };
    }

    /** What is followed at the address that it has moved to would be fetched twice. */
    private void refuseWhereAnotherHasMoved(Feed feed) {
        moves.movedTo(feed.urlCanonical, feed.id).ifPresent(other -> {
            throw exists(
                    other, "url", "Another feed has moved for good to this url.", "is where another feed has moved");
        });
    }

    private static ProblemException same(UUID id, String by) {
        return exists(id, by, "Another feed has the same " + by + ".", "belongs to another feed");
    }

    private static ProblemException exists(UUID id, String by, String detail, String fault) {
        return new ProblemException(
                        ProblemCode.FEED_EXISTS, detail, List.of(Fault.pointer("/" + by, "feed-exists", fault)))
                .with("existing", Map.of("id", id, "by", by));
    }
}
