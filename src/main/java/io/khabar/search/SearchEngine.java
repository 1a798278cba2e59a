package io.khabar.search;

import io.khabar.change.ChangePosition;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.search.text.Languages;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The index of this process: the one that answers, and how far it follows the change log. One thread opens, changes and
 * replaces it; any number search.
 */
@Singleton
public class SearchEngine {

    private final SearchSettings settings;
    private final IndexFolders folders;
    private final Languages languages = new Languages();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private ChangePosition position = ChangePosition.START;

    private volatile @Nullable ArticleIndex index;
    private volatile String progress = "It was not begun yet.";

    SearchEngine(SearchSettings settings) {
        this.settings = settings;
        this.folders = new IndexFolders(settings.dir());
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

    /** What was noted of the index on the disk; empty where there is none, or it was built in another way. */
    public Optional<String> note() throws IOException {
        return folders.note();
    }

    /**
     * Notes how far the answering index follows the database. To be called after what it speaks of is written, so that a
     * crash repeats writes, which changes nothing, and leaves none out.
     */
    public void note(String text) throws IOException {
        folders.note(text);
    }

    /** Opens the index on the disk. It answers from now on. */
    public void open() throws IOException {
        ArticleIndex opened = ArticleIndex.open(folders.current(), languages);
        try {
            // Reads what was written last: a damaged index says so.
            opened.documents();
        } catch (RuntimeException damaged) {
            opened.close();
            throw damaged;
        }
        index = opened;
    }

    /** Begins an empty index beside the answering one. */
    public ArticleIndex begin() throws IOException {
        return ArticleIndex.open(folders.begin(), languages);
    }

    /** Has an index that was begun answer, in place of the one before, which is deleted. */
    public void replace(ArticleIndex whole, String note) throws IOException {
        folders.replace(note);
        ArticleIndex old = index;
        index = whole;
        if (old != null) {
            old.close();
        }
        folders.clean();
    }

    /** Whether searches are answered. */
    public boolean complete() {
        return index != null;
    }

    /** Says how far the building of the first index is, in a sentence for clients. */
    public void progress(String sentence) {
        progress = sentence;
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
     * @throws ProblemException {@code search-rebuilding} until there is one
     */
    public <T> T ask(Function<ArticleIndex, T> question) {
        while (true) {
            ArticleIndex asked = index;
            if (asked == null) {
                throw new ProblemException(
                                ProblemCode.SEARCH_REBUILDING, "The search index is being built. " + progress)
                        .header("Retry-After", "2");
            }
            Optional<T> answer = asked.ask(question);
            if (answer.isPresent()) {
                return answer.get();
            }
            // It was replaced at this very moment, by another one that is there now.
        }
    }

    /** The index that answers, for the one that writes into it; null where there is none yet. */
    public @Nullable ArticleIndex answering() {
        return index;
    }

    /** Closes the index; further searches are refused. */
    @PreDestroy
    public void close() {
        ArticleIndex opened = index;
        index = null;
        if (opened != null) {
            opened.close();
        }
    }
}
