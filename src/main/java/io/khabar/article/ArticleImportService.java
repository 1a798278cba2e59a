package io.khabar.article;

import io.khabar.article.Arrived.Outcome;
import io.khabar.http.Ids;
import io.khabar.http.ProblemException;
import io.khabar.http.WebAddress;
import io.khabar.list.Stamped;
import io.khabar.source.NewSource;
import io.khabar.source.SourceService;
import io.khabar.transaction.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
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
    private final FormerIdentities former;
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
            FormerIdentities former,
            ArrivalDates dates,
            ArticleUpdates updates,
            SourceService sources,
            Derivation derivation,
            Transactions transactions,
            Ids ids,
            Clock clock) {
        this.articles = articles;
        this.arrivals = arrivals;
        this.former = former;
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
     * @return what became of each, in their order
     */
    public List<Arrived> store(List<Arriving> batch, Storing how) {
        try {
            return attempt(batch, how);
        } catch (RuntimeException failed) {
            if (!Refusal.isOfTheData(failed)) {
                throw failed;
            }
            if (batch.size() > 1) {
                List<Arrived> arrived = new ArrayList<>();
                batch.forEach(one -> arrived.addAll(store(List.of(one), how)));
                return arrived;
            }
            return List.of(again(batch.getFirst(), failed, how));
        }
    }

    private List<Arrived> attempt(List<Arriving> batch, Storing how) {
        Supplier<List<Arrived>> write = () -> write(batch, how);
        DryRun dryRun = how.dryRun();
        if (dryRun == null) {
            return transactions.run(write);
        }
        List<Arrived> arrived = transactions.tryOut(write);
        dryRun.remember(batch, arrived);
        return arrived;
    }

    /** Whether an arrival stays away where it is not to be written over: it is stored already, whatever its source is. */
    public boolean staysAway(Arrival arrival, boolean followed) {
        UUID id = arrival.article().id();
        WebAddress url = arrival.article().url();
        return (id != null && articles.exists(id))
                || (url != null
                        && (articles.withUrl(url.canonical()) != null
                                || (followed && former.isDeleted(url.canonical()))));
    }

    /** The titles of stored articles, by their ids; those without one are left out. */
    public Map<UUID, String> titles(List<UUID> ids) {
        return articles.titles(ids);
    }

    /** The whole article that arrived, as it is stored now. */
    public Arrived whole(Arrived arrived) {
        return arrived.id() == null || arrived.view() != null ? arrived : arrived.with(view(arrived.id()));
    }

    private List<Arrived> write(List<Arriving> batch, Storing how) {
        DryRun dryRun = how.dryRun();
        if (dryRun != null) {
            dryRun.begin();
        }
        createSources(batch);
        arrivals.takeTurns(batch);
        List<Arrived> arrived = new ArrayList<>();
        while (arrived.size() < batch.size()) {
            arrived.addAll(writeSome(batch.subList(arrived.size(), batch.size()), how));
        }
        return how.whole() && dryRun != null ? shown(arrived) : arrived;
    }

    /**
     * Writes the first of some arrivals: as far as to the one that is the same article as another that was an update before
     * it. That may have taken from the article what this one knows it by, so it is looked up anew.
     */
    private List<Arrived> writeSome(List<Arriving> batch, Storing how) {
        DryRun dryRun = how.dryRun();
        Known known = how.updates() && dryRun == null ? locked(batch, how) : known(batch, how);
        List<Supplier<Arrived>> arrived = new ArrayList<>();
        List<Arriving> created = new ArrayList<>();
        Set<UUID> updated = new HashSet<>();
        for (Arriving arriving : batch) {
            Known.Match match = match(arriving, known, dryRun);
            Arrived deleted = match == null ? known.deleted(arriving) : null;
            if (match != null && how.updates() && !updated.add(match.id())) {
                break;
            }
            if (match != null) {
                arrived.add(() -> met(arriving, match, how));
            } else if (deleted != null) {
                arrived.add(() -> deleted);
            } else {
                created.add(arriving);
                known.add(arriving.article);
                arrived.add(() -> created(arriving.article));
            }
        }
        arrivals.insert(created);
        List<Arrived> became = arrived.stream().map(Supplier::get).toList();
        articles.flush();
        return became;
    }

    /** What is stored of some arrivals, and of those that are not what is remembered. */
    private Known known(List<Arriving> batch, Storing how) {
        Known known = arrivals.known(batch);
        List<Arriving> unknown = batch.stream()
                .filter(arriving -> match(arriving, known, how.dryRun()) == null)
                .toList();
        known.former(former.of(unknown, how.followed()));
        return known;
    }

    /** The same for what is about to be written over. */
    private Known locked(List<Arriving> batch, Storing how) {
        Known known = known(batch, how);
        Set<UUID> met = batch.stream()
                .map(known::match)
                .filter(Objects::nonNull)
                .map(Known.Match::id)
                .collect(Collectors.toSet());
        articles.lock(met);
        // What a person has corrected until then is known by what it was.
        return met.isEmpty() ? known : known(batch, how);
    }

    /** The article that an arrival is; null for a new one. */
    private static Known.@Nullable Match match(Arriving arriving, Known known, @Nullable DryRun dryRun) {
        Known.Match match = known.match(arriving);
        return match == null && dryRun != null ? dryRun.match(arriving) : match;
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
    private Arrived met(Arriving arriving, Known.Match match, Storing how) {
        return switch (how.onExisting()) {
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
                DryRun dryRun = how.dryRun();
                Arrived told = dryRun == null ? null : dryRun.update(arriving, match);
                yield told == null ? updates.update(arriving, match, now()) : told;
            }
        };
    }

    /** Stores an article once more whose first try broke a rule of the database, if there is hope. */
    private Arrived again(Arriving arriving, RuntimeException failed, Storing how) {
        Arriving other =
                switch (Transactions.brokenConstraint(failed).orElse("")) {
                    // Another writer was faster: now it is there, and found.
                    case "article_id_pk", "article_url_canonical_key", "article_source_id_external_id_key" -> arriving;
                    // Other articles have dates with these ids.
                    case "article_date_id_pk" -> arriving.withFreshDates(ids);
                    default -> null;
                };
        if (other == null) {
            return Arrived.rejected(Refusal.of(failed));
        }
        try {
            return attempt(List.of(other), how).getFirst();
        } catch (RuntimeException failedAgain) {
            if (!Refusal.isOfTheData(failedAgain)) {
                throw failedAgain;
            }
            return Arrived.rejected(Refusal.of(failedAgain));
        }
    }

    /**
     * Forgets what was deleted and what no feed that is followed has listed for so long.
     *
     * @return how many of the things that such articles were known by are forgotten
     */
    public long forgetDeleted(Duration retention) {
        return former.purge(retention);
    }

    private @Nullable ArticleView view(UUID id) {
        return articles.view(id, ArticleResource.FULL).map(Stamped::view).orElse(null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
