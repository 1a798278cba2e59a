package io.khabar.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.article.Arrived;
import io.khabar.article.Arriving;
import io.khabar.article.ArticleImportService;
import io.khabar.article.ArticleView;
import io.khabar.article.DryRun;
import io.khabar.article.Storing;
import io.khabar.change.BulkWrites;
import io.khabar.http.Fault;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.http.Refusals;
import io.khabar.imports.ImportReport.Finding;
import io.khabar.imports.ImportReport.Item;
import io.khabar.imports.ImportReport.Totals;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Stores what readers make of an input, whatever it was. While one batch is written, others are taken apart by
 * {@link Workers}, and more are read; what is held at a time does not depend on the size of the input.
 */
@Singleton
public class ImportService {

    /** Batches that are taken apart, or wait to be written. */
    private static final int AHEAD = 3;

    /** Names of sources that one import remembers. */
    private static final int REMEMBERED = 10_000;

    /**
     * A candidate that is ready to be stored, or was found faulty.
     *
     * @param sourceless whether it names a source that is not there
     */
    private record Ready(
            @Nullable Arriving arriving, @Nullable String title, boolean sourceless, List<Finding> findings) {}

    private record Batch(ReadAhead.Group group, Future<List<Ready>> ready) {}

    private final ArticleImportService articles;
    private final SourceNames names;
    private final Topics topics;
    private final Workers workers;
    private final BulkWrites bulk;

    ImportService(ArticleImportService articles, SourceNames names, Topics topics, Workers workers, BulkWrites bulk) {
        this.articles = articles;
        this.names = names;
        this.topics = topics;
        this.workers = workers;
        this.bulk = bulk;
    }

    /** Tells whether a source is called so, for one import: of a name that is one's the database is asked but once. */
    Predicate<String> knownSources() {
        Set<String> known = ConcurrentHashMap.newKeySet();
        return name -> {
            if (known.contains(name)) {
                return true;
            }
            boolean isKnown = names.isKnown(name);
            if (isKnown && known.size() < REMEMBERED) {
                known.add(name);
            }
            return isKnown;
        };
    }

    /**
     * Checks what the parameters refer to.
     *
     * @throws ProblemException {@code unknown-source} where they name a source that there is not
     */
    void check(ImportParameters given) {
        if (given.fields().has("source") && new Arrivals(names, topics, articles, given).parameter() == null) {
            throw ProblemException.of(
                    ProblemCode.UNKNOWN_SOURCE,
                    Fault.parameter(
                            "source",
                            "unknown-source",
                            "names no source: there is no `"
                                    + given.fields().path("source").textValue() + "`"));
        }
    }

    /**
     * Imports an input.
     *
     * @param whole whether the report is to have whole articles
     * @param report takes each item, in the order of the input, after the transaction that stored it has committed
     * @throws java.io.UncheckedIOException when the input broke off
     */
    Totals run(Input input, ImportParameters given, boolean whole, Consumer<Item> report) {
        try (DryRun dryRun = given.dryRun() ? new DryRun() : null) {
            return run(input, given, dryRun, whole, report);
        }
    }

    Totals run(Input input, ImportParameters given, @Nullable DryRun dryRun, boolean whole, Consumer<Item> report) {
        Arrivals arrivals = new Arrivals(names, topics, articles, given);
        Map<Arrived.Outcome, Long> counts = new EnumMap<>(Arrived.Outcome.class);
        Deque<Batch> ahead = new ArrayDeque<>();
        try (ReadAhead read = new ReadAhead(input);
                BulkWrites.Writing writing = bulk.begin()) {
            while (true) {
                while (ahead.size() < AHEAD) {
                    ReadAhead.Group group = read.next(ahead.isEmpty());
                    if (group == null) {
                        break;
                    }
                    ahead.add(new Batch(group, workers.submit(() -> ready(group, arrivals))));
                }
                Batch batch = ahead.poll();
                if (batch == null) {
                    return Totals.of(counts);
                }
                store(batch, arrivals, given, dryRun, whole, item -> {
                    counts.merge(item.outcome(), 1L, Long::sum);
                    report.accept(item);
                });
                writing.wrote(batch.group().articles().size());
                read.done(batch.group());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } finally {
            ahead.forEach(batch -> batch.ready().cancel(true));
            arrivals.end();
        }
    }

    private List<Ready> ready(ReadAhead.Group group, Arrivals arrivals) {
        List<Ready> ready = new ArrayList<>(group.articles().size());
        for (Unread unread : group.articles()) {
            ready.add(ready(unread, arrivals));
        }
        return ready;
    }

    private Ready ready(Unread unread, Arrivals arrivals) {
        List<Finding> findings = new ArrayList<>();
        boolean sourceless = false;
        try {
            Candidate candidate = unread.read();
            findings.addAll(candidate.findings());
            if (candidate.fields() != null) {
                // A copy: what is added must not be taken for said where the candidate is read once more.
                ObjectNode fields = JsonNodeFactory.instance.objectNode();
                fields.setAll(candidate.fields());
                Arriving arriving = articles.prepare(arrivals.of(candidate, fields, findings));
                findings.addAll(Finding.derived(arriving));
                return new Ready(arriving, fields.path("title").textValue(), false, findings);
            }
        } catch (ProblemException wrong) {
            sourceless = wrong.code() == ProblemCode.UNKNOWN_SOURCE;
            findings.addAll(Finding.errors("read", wrong));
        } catch (RuntimeException | StackOverflowError failed) {
            // What one text does to the service stops no other; without a database there is nothing to go on with.
            ProblemException reason = Refusals.reason(failed);
            if (reason.code() == ProblemCode.UNAVAILABLE) {
                throw failed;
            }
            findings.addAll(Finding.errors("read", reason));
        }
        return new Ready(null, null, sourceless, findings);
    }

    private void store(
            Batch batch,
            Arrivals arrivals,
            ImportParameters given,
            @Nullable DryRun dryRun,
            boolean whole,
            Consumer<Item> report)
            throws InterruptedException, ExecutionException {
        List<Ready> ready = batch.ready().get();
        if (arrivals.hasMade()) {
            // Made for an article before it, of a batch that was taken apart at the same time.
            for (int i = 0; i < ready.size(); i++) {
                if (ready.get(i).sourceless()) {
                    ready.set(i, ready(batch.group().articles().get(i), arrivals));
                }
            }
        }
        boolean wasFull = dryRun != null && dryRun.isFull();
        List<Arrived> arrived = stored(ready, given, dryRun, whole);
        boolean isFull = dryRun != null && dryRun.isFull();
        Map<UUID, String> titles = whole ? Map.of() : titles(arrived);
        for (int i = 0; i < ready.size(); i++) {
            Ready one = ready.get(i);
            Arrived became = arrived.get(i);
            if (became.problem() != null && became.problem().code() == ProblemCode.UNKNOWN_SOURCE) {
                // Deleted since it was found, perhaps by the import that had made it: found or made once more.
                arrivals.forget();
                one = ready(batch.group().articles().get(i), arrivals);
                became = stored(List.of(one), given, dryRun, whole).getFirst();
            }
            if (became.sourceId() != null && arrivals.isFirstOf(became.sourceId())) {
                one.findings()
                        .add(Finding.info(
                                "derive", "source-created", "The source was not known and is new.", "source"));
            }
            if (i == 0 && isFull && !wasFull) {
                one.findings()
                        .add(Finding.warning(
                                "store",
                                "too-many-items",
                                "A dry run remembers no more items than those before this one: what repeats a later one is"
                                        + " reported as new.",
                                null));
            }
            // One at a time, as whole articles may be large.
            report.accept(item(batch.group().firstIndex() + i, one, became, whole, titles));
        }
    }

    /** What became of each; those that were found faulty are rejected, and their findings say why. */
    private List<Arrived> stored(List<Ready> ready, ImportParameters given, @Nullable DryRun dryRun, boolean whole) {
        List<Arriving> arriving =
                ready.stream().map(Ready::arriving).filter(Objects::nonNull).toList();
        Iterator<Arrived> arrived = articles.store(
                        arriving, new Storing(given.onExisting(), given.followed(), dryRun, whole))
                .iterator();
        return ready.stream()
                .map(one -> one.arriving() == null ? Arrived.REJECTED : arrived.next())
                .toList();
    }

    /** What articles are called that were there before: not always as the input has it. */
    private Map<UUID, String> titles(List<Arrived> arrived) {
        return articles.titles(arrived.stream()
                .filter(one -> one.outcome() != Arrived.Outcome.CREATED)
                .map(Arrived::id)
                .filter(Objects::nonNull)
                .toList());
    }

    private Item item(long index, Ready ready, Arrived arrived, boolean whole, Map<UUID, String> titles) {
        Arrived shown = whole ? articles.whole(arrived) : arrived;
        List<Finding> findings = ready.findings();
        if (shown.deletedAt() != null) {
            findings.add(Finding.info(
                    "store",
                    "deleted-here",
                    "The article with the same " + shown.by() + " was deleted here, " + shown.deletedAt()
                            + ", so that no feed that is followed brings it back; `POST /v1/imports` does.",
                    shown.by()));
        } else if (shown.problem() != null) {
            findings.addAll(Finding.errors("store", shown.problem()));
        } else if (shown.by() != null) {
            findings.add(Finding.info(
                    "store", "article-exists", "It was stored before, with the same " + shown.by() + ".", shown.by()));
        }
        boolean created = shown.outcome() == Arrived.Outcome.CREATED;
        ArticleView article = shown.view() != null || shown.id() == null
                ? shown.view()
                : ArticleView.named(shown.id(), created ? ready.title() : titles.get(shown.id()));
        return new Item(index, shown.outcome(), article, findings);
    }
}
