package io.khabar.article;

import io.khabar.article.Arrived.Outcome;
import io.khabar.http.Fault;
import io.khabar.http.Ids;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.http.WebAddress;
import io.khabar.list.Stamped;
import io.khabar.source.NewSource;
import io.khabar.source.SourceService;
import io.khabar.transaction.Transactions;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes articles many at a time. What can be worked out without the database is, by {@link #prepare}, on any thread;
 * {@link #store} then writes a batch in one transaction.
 */
@Singleton
public class ArticleImportService {

    private final ArticleRepository articles;
    private final ArrivalRepository arrivals;
    private final ArrivalDates dates;
    private final ArticleUpdates updates;
    private final SourceService sources;
    private final Derivation derivation;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    ArticleImportService(
            ArticleRepository articles,
            ArrivalRepository arrivals,
            ArrivalDates dates,
            ArticleUpdates updates,
            SourceService sources,
            Derivation derivation,
            Transactions transactions,
            Ids ids,
            Clock clock) {
        this.articles = articles;
        this.arrivals = arrivals;
        this.dates = dates;
        this.updates = updates;
        this.sources = sources;
        this.derivation = derivation;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Derives what can be derived of an arrival: language, directions, lead, dates. Neither reads nor writes the database.
     *
     * @throws ProblemException where a date does not stand where it says
     */
    public Arriving prepare(Arrival arrival) {
        UUID given = arrival.article().id();
        Instant now = now();
        Article article = new Article(
                given == null ? ids.next() : given,
                arrival.source(),
                arrival.article(),
                new Marks(arrival.derived(), arrival.derivable()),
                derivation,
                now);
        return new Arriving(arrival, article, dates.of(article, arrival, now));
    }

    /**
     * Stores a batch in one transaction, which is committed before this returns. Where the batch breaks a rule of the
     * database, its articles are stored one by one, so that one does not take the others with it.
     *
     * @param dryRun what it met before, where nothing is to be stored; everything else is as if it were
     * @param whole whether what a {@code dryRun} would write is returned whole; what is stored is shown by {@link #whole}
     * @return what became of each, in their order
     */
    public List<Arrived> store(List<Arriving> batch, OnExisting onExisting, @Nullable DryRun dryRun, boolean whole) {
        try {
            return attempt(batch, onExisting, dryRun, whole);
        } catch (RuntimeException failed) {
            if (!isOfTheData(failed)) {
                throw failed;
            }
            if (batch.size() > 1) {
                List<Arrived> arrived = new ArrayList<>();
                batch.forEach(one -> arrived.addAll(store(List.of(one), onExisting, dryRun, whole)));
                return arrived;
            }
            return List.of(again(batch.getFirst(), failed, onExisting, dryRun, whole));
        }
    }

    private List<Arrived> attempt(List<Arriving> batch, OnExisting onExisting, @Nullable DryRun dryRun, boolean whole) {
        Supplier<List<Arrived>> write = () -> write(batch, onExisting, dryRun, whole);
        if (dryRun == null) {
            return transactions.run(write);
        }
        List<Arrived> arrived = transactions.tryOut(write);
        dryRun.remember(batch, arrived);
        return arrived;
    }

    /** Whether an arrival is stored already, whatever its source is. */
    public boolean isStored(Arrival arrival) {
        UUID id = arrival.article().id();
        WebAddress url = arrival.article().url();
        return (id != null && articles.exists(id)) || (url != null && articles.withUrl(url.canonical()) != null);
    }

    /** The whole article that arrived, as it is stored now. */
    public Arrived whole(Arrived arrived) {
        return arrived.id() == null || arrived.view() != null ? arrived : arrived.with(view(arrived.id()));
    }

    private List<Arrived> write(List<Arriving> batch, OnExisting onExisting, @Nullable DryRun dryRun, boolean whole) {
        if (dryRun != null) {
            dryRun.begin();
        }
        createSources(batch);
        arrivals.takeTurns(batch);
        List<Arrived> arrived = new ArrayList<>();
        while (arrived.size() < batch.size()) {
            arrived.addAll(writeSome(batch.subList(arrived.size(), batch.size()), onExisting, dryRun));
        }
        return whole && dryRun != null ? shown(arrived) : arrived;
    }

    /**
     * Writes the first of some arrivals: as far as to the one that is the same article as another that was an update before
     * it. That may have taken from the article what this one knows it by, so it is looked up anew.
     */
    private List<Arrived> writeSome(List<Arriving> batch, OnExisting onExisting, @Nullable DryRun dryRun) {
        Known known = arrivals.known(batch);
        if (onExisting == OnExisting.UPDATE && dryRun == null) {
            articles.lock(batch.stream()
                    .map(known::match)
                    .filter(Objects::nonNull)
                    .map(Known.Match::id)
                    .collect(Collectors.toSet()));
        }
        List<Known.@Nullable Match> matches = new ArrayList<>();
        List<Arriving> created = new ArrayList<>();
        Set<UUID> updated = new HashSet<>();
        for (Arriving arriving : batch) {
            Known.Match match = known.match(arriving);
            if (match == null && dryRun != null) {
                match = dryRun.match(arriving);
            }
            if (match != null && onExisting == OnExisting.UPDATE && !updated.add(match.id())) {
                break;
            }
            matches.add(match);
            if (match == null) {
                created.add(arriving);
                known.add(arriving.article);
            }
        }
        arrivals.insert(created);
        List<Arrived> arrived = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            Known.Match match = matches.get(i);
            arrived.add(match == null ? created(batch.get(i).article) : met(batch.get(i), match, onExisting, dryRun));
        }
        articles.flush();
        return arrived;
    }

    /**
     * With the articles that will be gone after the transaction. The others, which may be much larger than what was sent, are
     * not held all at a time.
     */
    private List<Arrived> shown(List<Arrived> arrived) {
        Map<UUID, ArticleView> views = articles.views(arrived.stream()
                .filter(one ->
                        one.view() == null && (one.outcome() == Outcome.CREATED || one.outcome() == Outcome.UPDATED))
                .map(Arrived::id)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return arrived.stream()
                .map(one -> one.id() == null || one.view() != null ? one : one.with(views.get(one.id())))
                .toList();
    }

    private static Arrived created(Article article) {
        return new Arrived(Outcome.CREATED, article.id, article.sourceId, null, null, null);
    }

    private void createSources(List<Arriving> batch) {
        Set<UUID> made = new HashSet<>();
        for (Arriving arriving : batch) {
            NewSource unknown = arriving.arrival.unknownSource();
            if (unknown != null && made.add(arriving.article.sourceId)) {
                // With the first of its articles, not after it.
                sources.createHere(arriving.article.sourceId, unknown, arriving.article.createdAt);
            }
        }
    }

    /** What becomes of an article that is stored already. */
    private Arrived met(Arriving arriving, Known.Match match, OnExisting onExisting, @Nullable DryRun dryRun) {
        return switch (onExisting) {
            case SKIP -> new Arrived(Outcome.EXISTS, match.id(), null, match.by(), null, null);
            case REJECT ->
                new Arrived(
                        Outcome.REJECTED,
                        match.id(),
                        null,
                        match.by(),
                        null,
                        ArticleService.exists(match.id(), match.by()));
            case UPDATE -> {
                Arrived told = dryRun == null ? null : dryRun.update(arriving, match);
                yield told == null ? updates.update(arriving, match, now()) : told;
            }
        };
    }

    /** Stores an article once more whose first try broke a rule of the database, if there is hope. */
    private Arrived again(
            Arriving arriving, RuntimeException failed, OnExisting onExisting, @Nullable DryRun dryRun, boolean whole) {
        Arriving other =
                switch (Transactions.brokenConstraint(failed).orElse("")) {
                    // Another writer was faster: now it is there, and found.
                    case "article_id_pk", "article_url_canonical_key", "article_source_id_external_id_key" -> arriving;
                    // Other articles have dates with these ids.
                    case "article_date_id_pk" -> arriving.withFreshDates(ids);
                    default -> null;
                };
        if (other == null) {
            return Arrived.rejected(refusal(failed));
        }
        try {
            return attempt(List.of(other), onExisting, dryRun, whole).getFirst();
        } catch (RuntimeException failedAgain) {
            if (!isOfTheData(failedAgain)) {
                throw failedAgain;
            }
            return Arrived.rejected(refusal(failedAgain));
        }
    }

    private static ProblemException refusal(RuntimeException failed) {
        if (failed instanceof ProblemException problem) {
            return problem;
        }
        return switch (Transactions.brokenConstraint(failed).orElse("")) {
            case "article_id_pk" -> ArticleService.exists(null, "id");
            case "article_url_canonical_key" -> ArticleService.exists(null, "url");
            case "article_source_id_external_id_key" -> ArticleService.exists(null, "externalId");
            case "article_source_id_fk" ->
                ProblemException.of(
                        ProblemCode.UNKNOWN_SOURCE,
                        Fault.pointer("/source", "unknown-source", "names a source that was just deleted"));
            default ->
                new ProblemException(
                        ProblemCode.INVALID_REQUEST,
                        "The database cannot hold this article: one of its values is too long for an index.");
        };
    }

    /** Whether what was written is at fault, not the database: SQLSTATE classes 22, 23 and 54. */
    private static boolean isOfTheData(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
            }
        }
        return false;
    }

    private @Nullable ArticleView view(UUID id) {
        return articles.view(id, ArticleResource.FULL).map(Stamped::view).orElse(null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
