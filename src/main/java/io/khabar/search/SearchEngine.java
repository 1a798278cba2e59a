package io.khabar.search;

import io.khabar.change.ChangePosition;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.search.text.Languages;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The index as this process sees it: the one that answers, and how far it follows the change log. One thread opens, changes and
 * replaces it; any number search.
 */
@Singleton
public class SearchEngine {

    private static final Logger LOG = Logger.getLogger(SearchEngine.class);

    private final SearchSettings settings;
    private final IndexStore store;
    private final Languages languages = new Languages();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private ChangePosition position = ChangePosition.START;

    private final Answering answering = new Answering();
    private volatile boolean unreachable;
    private volatile @Nullable Sight sight;
    private volatile String progress = "It was not begun yet.";

    @Inject
    SearchEngine(SearchSettings settings, @Any Instance<IndexStore> stores) {
        this(
                settings,
                stores.stream()
                        .filter(one -> one.backend() == settings.backend())
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no backend " + settings.backend())));
    }

    SearchEngine(SearchSettings settings, IndexStore store) {
        this.settings = settings;
        this.store = store;
    }

    /** What keeps the index. */
    public String backend() {
        return settings.backend().name().toLowerCase(Locale.ROOT);
    }

    /** The analyses that documents are made with. */
    public Languages languages() {
        return languages;
    }

    /** The pull to recent articles, counted from a moment. */
    public Recency recency(Instant now) {
        return new Recency(settings.recency(), now);
    }

    /** Where the indexes are, for the one thread that keeps them. */
    public IndexStore store() {
        return store;
    }

    /** Opens the index that answers in the store. It answers here from now on, in place of one that did before. */
    public void open() throws IOException {
        answering.replace(store.open(languages));
    }

    /** Begins an empty index beside the answering one. */
    public ArticleIndex begin() throws IOException {
        return store.begin(languages);
    }

    /** Has an index that was begun answer, in place of the one before, which is deleted. */
    public void replace(ArticleIndex whole, String note) throws IOException {
        store.replace(note);
        if (store.isShared()) {
            whole.close();
            open();
        } else {
            answering.replace(whole);
        }
        try {
            store.clean();
        } catch (IOException | RuntimeException left) {
            // The new one answers already; the next that is begun cleans up again.
            LOG.warnf(left, "What the search index replaced is not deleted yet");
        }
    }

    /** Has an index answer no more that was found damaged. */
    public void lose(ArticleIndex damaged, DamagedIndexException damage) {
        if (answering.lose(damaged, damage)) {
            progress("It was damaged.");
        }
    }

    /** Gives up what was found damaged, if anything was, so that it is not opened again. */
    public void discard() throws IOException {
        answering.discard(store);
    }

    /** Whether searches are answered. */
    public boolean complete() {
        return answering() != null;
    }

    /**
     * What was seen of the index.
     *
     * @param documents articles in it
     * @param at when that was
     */
    public record Sight(long documents, Instant at) {}

    /** Looks at the index that answers, so that others need not ask it: it may be far away. */
    public void look(Instant now) {
        ArticleIndex there = answering();
        if (there == null) {
            return;
        }
        try {
            there.ask(ArticleIndex::documents).ifPresent(documents -> sight = new Sight(documents, now));
        } catch (DamagedIndexException damage) {
            lose(there, damage);
        }
    }

    /** What was seen of the index when it was looked at last; null where none answers, or none was looked at. */
    public @Nullable Sight sight() {
        return complete() ? sight : null;
    }

    /** Whether searches are known to be refused since the store is out of reach. */
    public boolean isUnreachable() {
        return unreachable && (store.isShared() || !complete());
    }

    /** Says how far the building of the first index is, in a sentence for clients. */
    public void progress(String sentence) {
        progress = sentence;
    }

    /** Says whether the store is out of reach, or the disk. */
    public void unreachable(boolean is) {
        unreachable = is;
    }

    /** Tells that searches see all changes up to a place in the log. */
    public void follows(ChangePosition place) {
        lock.lock();
        try {
            position = place;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Up to which place in the log searches see all changes. */
    public ChangePosition position() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until searches see all changes up to a place.
     *
     * @return whether they do; false after the patience
     */
    public boolean await(ChangePosition place, Duration patience) {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (position.compareTo(place) < 0 && left > 0) {
                left = moved.awaitNanos(left);
            }
            return position.compareTo(place) >= 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Asks the answering index.
     *
     * @throws ProblemException {@code search-rebuilding} until there is one; {@code search-unavailable} where it cannot be
     *     asked
     */
    public <T> T ask(Function<ArticleIndex, T> question) {
        while (true) {
            ArticleIndex asked = answering();
            if (asked == null && unreachable) {
                throw new ProblemException(
                                ProblemCode.SEARCH_UNAVAILABLE,
                                "The search engine is not reached. What needs no search works.")
                        .header("Retry-After", "5");
            }
            if (asked == null) {
                throw new ProblemException(
                                ProblemCode.SEARCH_REBUILDING, "The search index is being built. " + progress)
                        .header("Retry-After", "2");
            }
            try {
                Optional<T> answer = asked.ask(question);
                if (answer.isPresent()) {
                    return answer.get();
                }
                // It was replaced at this very moment, by another one that is there now.
            } catch (DamagedIndexException damage) {
                lose(asked, damage);
            }
        }
    }

    /** The index that answers, for the one that writes into it; null where there is none yet. */
    public @Nullable ArticleIndex answering() {
        return answering.index();
    }

    /** Closes the index; further searches are refused. */
    @PreDestroy
    public void close() {
        answering.replace(null);
        store.leave();
    }
}
