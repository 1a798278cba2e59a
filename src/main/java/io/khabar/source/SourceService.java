package io.khabar.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.http.Fault;
import io.khabar.http.Faults;
import io.khabar.http.Ids;
import io.khabar.http.Preconditions;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.http.RecordReader;
import io.khabar.list.Stamped;
import io.khabar.transaction.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes sources. */
@Singleton
public class SourceService {

    /** Reads sources as clients write them. */
    public static final RecordReader<NewSource> READER = RecordReader.of(NewSource.class, SourceView.class);

    /** What a write made, and whether it was there before. */
    record Written(Stamped<SourceView> source, boolean created) {}

    /** The constraints that keep what somebody uses. */
    private static final Set<String> USES = Set.of("article_source_id_fk", "feed_source_id_fk");

    private record Attempt(UUID id, NewSource written) {}

    private final SourceRepository sources;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;
    private final ObjectMapper json;

    SourceService(SourceRepository sources, Transactions transactions, Ids ids, Clock clock, ObjectMapper json) {
        this.sources = sources;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Creates a source.
     *
     * @throws ProblemException {@code source-key-taken} or {@code source-exists}
     */
    public Stamped<SourceView> create(NewSource written) {
        UUID id = written.id() == null ? ids.next() : written.id();
        return naming(id, written, () -> transactions.run(() -> insert(id, written, now())));
    }

    /**
     * Creates a source inside of the transaction that runs, and ends as that does.
     *
     * @param now when it is said to be created
     * @throws ProblemException {@code source-key-taken} or {@code source-exists}; the transaction is at its end then
     */
    public void createHere(UUID id, NewSource written, Instant now) {
        try {
            insert(id, written, now);
        } catch (RuntimeException failed) {
            // The server answers nothing more in a transaction that has failed: which name is taken stays open.
            throw switch (Transactions.brokenConstraint(failed).orElse("")) {
                case "source_id_pk" -> idTaken();
                case "source_key_key", "source_handle_handle_pk" ->
                    new ProblemException(
                            ProblemCode.SOURCE_KEY_TAKEN,
                            "Another source has the key or an alias of `" + written.name() + "` since just now.");
                default -> failed;
            };
        }
    }

    private Stamped<SourceView> insert(UUID id, NewSource written, Instant now) {
        Source source = new Source(id, written, now);
        sources.persist(source);
        sources.flush();
        sources.file(source);
        return view(id);
    }

    /** Replaces a source, or creates it where nothing has the address. */
    Written replace(SourceReference address, NewSource written, Preconditions conditions) {
        agree(address, written);
        UUID fresh = address.id() != null ? address.id() : written.id() != null ? written.id() : ids.next();
        // Known only inside of the transaction, needed when it has failed: a source is not in its own way.
        AtomicReference<@Nullable UUID> met = new AtomicReference<>();
        try {
            return repeatedWhenOvertaken(() -> transactions.run(() -> {
                Optional<Source> found = sources.forUpdate(address);
                met.set(found.map(source -> source.id).orElse(null));
                conditions.check(found.map(source -> source.version).orElse(null));
                if (found.isEmpty()) {
                    return new Written(insert(fresh, written, now()), true);
                }
                return new Written(update(found.get(), written), false);
            }));
        } catch (RuntimeException failed) {
            UUID own = met.get();
            throw named(failed, own == null ? fresh : own, written);
        }
    }

    /** Changes a source by a merge patch. */
    Stamped<SourceView> patch(SourceReference address, JsonNode patch, Preconditions conditions) {
        // Known only inside of the transaction, needed when it has failed.
        AtomicReference<@Nullable Attempt> attempt = new AtomicReference<>();
        try {
            return transactions.run(() -> {
                Source source = sources.forUpdate(address).orElseThrow(() -> unknown(address));
                NewSource written = READER.patched(json.valueToTree(source.written()), patch);
                agree(SourceReference.of(source.id), written);
                conditions.check(source.version);
                attempt.set(new Attempt(source.id, written));
                return update(source, written);
            });
        } catch (RuntimeException failed) {
            Attempt made = attempt.get();
            throw made == null ? failed : named(failed, made.id(), made.written());
        }
    }

    private Stamped<SourceView> update(Source source, NewSource written) {
        if (written.id() != null && !written.id().equals(source.id)) {
            throw ProblemException.of(
                    ProblemCode.INVALID_REQUEST, Fault.pointer("/id", "mismatch", "differs from the id of the source"));
        }
        source.write(written, now());
        sources.flush();
        sources.file(source);
        return view(source.id);
    }

    /** Deletes a source that has no articles and that no feed names. */
    void delete(SourceReference address, Preconditions conditions) {
        try {
            transactions.run(() -> {
                Source source = sources.forUpdate(address).orElseThrow(() -> unknown(address));
                conditions.check(source.version);
                sources.delete(source);
                sources.flush();
                return source.id;
            });
        } catch (RuntimeException failed) {
            throw switch (Transactions.brokenConstraint(failed).orElse("")) {
                case "article_source_id_fk" ->
                    new ProblemException(ProblemCode.SOURCE_IN_USE, "The source has articles.");
                case "feed_source_id_fk" ->
                    new ProblemException(ProblemCode.SOURCE_IN_USE, "A feed that is followed names the source.");
                default -> failed;
            };
        }
    }

    /** Takes back a source that was made for articles which then did not come; one that is used or was changed stays. */
    public void withdraw(UUID id) {
        try {
            transactions.run(() -> {
                sources.forUpdate(SourceReference.of(id))
                        .filter(source -> source.version == 1)
                        .ifPresent(sources::delete);
                sources.flush();
                return id;
            });
        } catch (RuntimeException failed) {
            if (!USES.contains(Transactions.brokenConstraint(failed).orElse(""))) {
                throw failed;
            }
        }
    }

    private Stamped<SourceView> view(UUID id) {
        return sources.view(SourceReference.of(id), SourceResource.WHOLE).orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static ProblemException unknown(SourceReference address) {
        return ProblemException.notFound("There is no source `" + address.text() + "`.");
    }

    /** What the body says of its own identity must be what the address says. */
    private static void agree(SourceReference address, NewSource written) {
        Faults faults = new Faults();
        if (address.id() != null && written.id() != null && !address.id().equals(written.id())) {
            faults.pointer("/id", "mismatch", "differs from the id in the address");
        }
        if (address.key() != null && !address.key().equals(written.key())) {
            faults.pointer("/key", "mismatch", "differs from the key in the address");
        }
        faults.check();
    }

    /** Two creators of one address: the second finds what the first made, and replaces it. */
    private static <T> T repeatedWhenOvertaken(Supplier<T> write) {
        try {
            return write.get();
        } catch (RuntimeException failed) {
            Optional<String> broken = Transactions.brokenConstraint(failed);
            if (broken.isPresent() && Set.of("source_id_pk", "source_key_key").contains(broken.get())) {
                return write.get();
            }
            throw failed;
        }
    }

    /** Names the conflict behind a broken constraint. */
    private <T> T naming(UUID id, NewSource written, Supplier<T> write) {
        try {
            return write.get();
        } catch (RuntimeException failed) {
            throw named(failed, id, written);
        }
    }

    private RuntimeException named(RuntimeException failed, UUID id, NewSource written) {
        return switch (Transactions.brokenConstraint(failed).orElse("")) {
            case "source_id_pk" -> idTaken();
            case "source_key_key", "source_handle_handle_pk" -> taken(id, written);
            default -> failed;
        };
    }

    private static ProblemException idTaken() {
        return ProblemException.of(
                ProblemCode.SOURCE_EXISTS, Fault.pointer("/id", "source-exists", "is the id of another source"));
    }

    private ProblemException taken(UUID id, NewSource written) {
        List<String> names = new ArrayList<>();
        List<Set<String>> handles = new ArrayList<>();
        names.add(written.key());
        handles.add(Set.of(written.key()));
        @Nullable List<String> aliases = written.aliases();
        if (aliases != null) {
            names.addAll(aliases);
            aliases.stream().map(Source::handles).forEach(handles::add);
        }
        Set<String> taken = sources.taken(handles.stream().flatMap(Set::stream).toList(), id);
        List<Fault> faults = new ArrayList<>();
        List<String> inTheWay = new ArrayList<>();
        for (int i = 0; i < handles.size(); i++) {
            if (!Collections.disjoint(handles.get(i), taken)) {
                inTheWay.add(names.get(i));
                faults.add(Fault.pointer(
                        i == 0 ? "/key" : "/aliases/" + (i - 1), "source-key-taken", "belongs to another source"));
            }
        }
        return new ProblemException(
                ProblemCode.SOURCE_KEY_TAKEN,
                "Another source has this key or alias: " + String.join(", ", inTheWay) + ".",
                faults);
    }
}
