package io.khabar.indexing;

import io.khabar.article.ArticleDocuments;
import io.khabar.change.BulkWrites;
import io.khabar.change.Change;
import io.khabar.change.ChangeBatch;
import io.khabar.change.ChangeLog;
import io.khabar.change.ChangePosition;
import io.khabar.search.ArticleIndex;
import io.khabar.search.IndexedArticle;
import io.khabar.search.SearchEngine;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the change log names into an index, as it is in the database by then: so an entry that is read twice, or
 * late, does no harm. How far it got is noted with the index.
 */
@Singleton
class Following {

    /**
     * Articles that are read and written together, unless they are large. What is made of them should not outlive the young
     * generation: with 250 three times as much was promoted, no faster.
     */
    static final int AT_ONCE = 50;
    /** Of their texts; what is made of them takes several times as much memory. */
    static final long BYTES_AT_ONCE = 8L << 20;

    /** Time for which changes are written before they are committed, while there are more. */
    private static final Duration UNSEEN = Duration.ofSeconds(1);

    /** The same where the oldest change has waited {@link #LONG} already: in larger segments an article costs a tenth less. */
    private static final Duration LONGER_UNSEEN = Duration.ofSeconds(5);

    private static final Duration LONG = Duration.ofSeconds(10);

    /** The index is looked at no more often than that. */
    private static final long LOOK = Duration.ofSeconds(1).toNanos();

    /** Of an article's dates each write raises its version, which is a change of the article. */
    private static final Set<Change.Entity> FOLLOWED = Set.of(Change.Entity.ARTICLE);

    private final SearchEngine engine;
    private final ArticleDocuments articles;
    private final ChangeLog log;
    private final BulkWrites bulk;
    private final Clock clock;

    private volatile @Nullable Instant behindSince;
    private long looked = System.nanoTime() - LOOK;

    Following(SearchEngine engine, ArticleDocuments articles, ChangeLog log, BulkWrites bulk, Clock clock) {
        this.engine = engine;
        this.articles = articles;
        this.log = log;
        this.bulk = bulk;
        this.clock = clock;
    }

    /** How long the oldest change that searches do not see has waited, as far as is known. */
    Duration lag() {
        Instant since = behindSince;
        return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
    }

    /** Says whether searches are behind what is written: from now on, unless they were already. */
    void behind(boolean is) {
        if (!is) {
            behindSince = null;
        } else if (behindSince == null) {
            behindSince = clock.instant();
        }
    }

    /**
     * Writes the next changes into the index that answers, and notes how far it is then: those that there are, but what was
     * written is to be seen before a long import ends.
     */
    ChangeBatch next(ArticleIndex index) throws IOException {
        long begun = System.nanoTime();
        ChangeBatch batch = log.read(engine.position(), FOLLOWED, AT_ONCE);
        if (!batch.entries().isEmpty()) {
            behindSince = batch.entries().getFirst().change().time();
            write(index, batch);
            long unseen = (lag().compareTo(LONG) < 0 ? UNSEEN : LONGER_UNSEEN).toNanos();
            while (batch.more() && System.nanoTime() - begun < unseen) {
                long portion = System.nanoTime();
                batch = write(index, batch.end());
                bulk.makeWay(portion);
            }
            index.commit();
            engine.store().note(note(batch.end()));
        }
        engine.follows(batch.end());
        if (!batch.more()) {
            behind(false);
        }
        look();
        return batch;
    }

    /** Looks at the index that answers, unless that was just done. Of the indexing thread. */
    void look() {
        long now = System.nanoTime();
        if (now - looked >= LOOK) {
            looked = now;
            engine.look(clock.instant());
        }
    }

    /** How old is what was seen of the index; null where nothing was. */
    @Nullable Duration age() {
        SearchEngine.Sight sight = engine.sight();
        return sight == null ? null : Duration.between(sight.at(), clock.instant());
    }

    /** Writes all changes behind a place into an index that does not answer yet. */
    ChangePosition all(ArticleIndex index, ChangePosition after) throws IOException {
        ChangeBatch last;
        ChangePosition reached = after;
        do {
            last = write(index, reached);
            reached = last.end();
        } while (last.more());
        index.commit();
        return reached;
    }

    private ChangeBatch write(ArticleIndex index, ChangePosition after) throws IOException {
        ChangeBatch batch = log.read(after, FOLLOWED, AT_ONCE);
        write(index, batch);
        return batch;
    }

    private void write(ArticleIndex index, ChangeBatch batch) throws IOException {
        List<UUID> ids = batch.entries().stream()
                .map(entry -> entry.change().id())
                .distinct()
                .toList();
        if (!ids.isEmpty()) {
            for (List<UUID> portion : articles.portions(ids, BYTES_AT_ONCE)) {
                write(index, portion);
            }
        }
    }

    private void write(ArticleIndex index, List<UUID> ids) throws IOException {
        List<IndexedArticle> changed = articles.read(ids, engine.languages());
        Set<UUID> there = changed.stream().map(IndexedArticle::id).collect(Collectors.toSet());
        index.add(changed, ids.stream().filter(id -> !there.contains(id)).toList());
    }

    /** How far the index follows that answers; empty where none does of this database. */
    Optional<ChangePosition> noted() throws IOException {
        String database = articles.database();
        return engine.store()
                .note()
                .map(note -> note.split("\n", -1))
                .filter(lines -> lines.length == 2 && lines[0].equals(database))
                .map(lines -> ChangePosition.decode(lines[1]));
    }

    /** What is noted with an index that follows the log of this database up to a place. */
    String note(ChangePosition position) {
        return articles.database() + "\n" + position.encode();
    }
}
