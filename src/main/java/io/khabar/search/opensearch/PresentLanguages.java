package io.khabar.search.opensearch;

import io.khabar.search.Condition;
import io.khabar.search.text.Languages;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The languages of the articles in an index, as far as they have an analysis of their own. What this process writes it
 * knows; what others write it looks up from time to time: until then a query is not read in a language that is new.
 */
final class PresentLanguages {

    private static final long FRESH = Duration.ofSeconds(10).toNanos();
    /** There are fewer tags than that. */
    private static final int ALL = 1000;

    private final Asking asking;
    private final Set<String> present = ConcurrentHashMap.newKeySet();
    private final AtomicLong lookedUp = new AtomicLong(System.nanoTime() - FRESH);

    PresentLanguages(Asking asking) {
        this.asking = asking;
    }

    /** A view that grows. */
    Set<String> live() {
        return present;
    }

    void add(Collection<String> languages) {
        languages.stream().filter(Languages.analysed()::contains).forEach(present::add);
    }

    void refresh() {
        long now = System.nanoTime();
        long last = lookedUp.get();
        if (now - last < FRESH) {
            return;
        }
        add(Counting.count(asking, Queries.query(null, Condition.ANYTHING), Map.of("language", ALL))
                .of("language")
                .top()
                .keySet());
        lookedUp.compareAndSet(last, now);
    }
}
