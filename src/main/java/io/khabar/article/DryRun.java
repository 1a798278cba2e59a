package io.khabar.article;

import io.khabar.article.Arrived.Outcome;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * What one dry run has met: each of its batches is undone, so that the database does not know what those before would have
 * stored. What articles are known by is remembered as numbers of 64 bits, and no more of them than there is room for.
 */
public final class DryRun implements AutoCloseable {

    /** For what a hundred thousand articles are known by and more, in about 20 MB: of all dry runs of this process together. */
    private static final Semaphore ROOM = new Semaphore(250_000);

    /**
     * An article that the dry run has met.
     *
     * @param arrival a number that tells what it was written by last from anything else
     */
    private record Met(UUID id, int arrival) {}

    private final Map<Long, Met> met = new HashMap<>();
    /** What the batch that is written now would have updated of it; some batches are tried twice. */
    private final Map<UUID, Met> updated = new HashMap<>();

    private final Semaphore room;
    private boolean full;

    public DryRun() {
        this(ROOM);
    }

    /** A dry run that takes from some room what it needs to remember: one for each thing that an article is known by. */
    public DryRun(Semaphore room) {
        this.room = room;
    }

    /** Gives the room back. */
    @Override
    public void close() {
        room.release(met.size());
        met.clear();
    }

    /** A batch is about to be written, perhaps once more. */
    void begin() {
        updated.clear();
    }

    /** Whether there was more to remember than it can: what repeats the rest is taken for new. */
    public boolean isFull() {
        return full;
    }

    /** The article of an earlier batch that an arrival is; null for a new one. */
    Known.@Nullable Match match(Arriving arriving) {
        for (Map.Entry<String, Long> key : keys(arriving).entrySet()) {
            Met one = met.get(key.getValue());
            if (one != null && (!key.getKey().equals("text") || arriving.isKnownByText())) {
                return new Known.Match(one.id(), key.getKey());
            }
        }
        return null;
    }

    /**
     * What becomes of an article that is to be updated, where an earlier batch tells: the same again changes nothing, and
     * anything else is taken for a change. What it is like then is not known here: what names it is shown.
     *
     * @return null where the database tells
     */
    @Nullable Arrived update(Arriving arriving, Known.Match match) {
        Met before = updated.get(match.id());
        if (before == null) {
            before = met(keys(arriving), match.id());
        }
        if (before == null) {
            return null;
        }
        Met now = new Met(match.id(), arriving.arrival.hashCode());
        updated.put(match.id(), now);
        return new Arrived(
                before.equals(now) ? Outcome.UNCHANGED : Outcome.UPDATED,
                match.id(),
                null,
                match.by(),
                ArticleView.named(match.id(), arriving.article.title),
                null);
    }

    /** Remembers what a batch would have written. */
    void remember(List<Arriving> batch, List<Arrived> arrived) {
        for (int i = 0; i < batch.size(); i++) {
            Outcome outcome = arrived.get(i).outcome();
            UUID id = arrived.get(i).id();
            if (id != null && (outcome == Outcome.CREATED || outcome == Outcome.UPDATED)) {
                remember(batch.get(i), id);
            }
        }
    }

    private void remember(Arriving arriving, UUID id) {
        Map<String, Long> keys = keys(arriving);
        int more = (int) keys.values().stream()
                .distinct()
                .filter(key -> !met.containsKey(key))
                .count();
        if (!room.tryAcquire(more)) {
            full = true;
            return;
        }
        Met now = new Met(id, arriving.arrival.hashCode());
        // The first with a text is the one that is found by it.
        keys.values().forEach(key -> met.merge(key, now, (old, next) -> old.id().equals(id) ? next : old));
    }

    private @Nullable Met met(Map<String, Long> keys, UUID id) {
        for (Long key : keys.values()) {
            Met one = met.get(key);
            if (one != null && one.id().equals(id)) {
                return one;
            }
        }
        return null;
    }

    /** All that an article is known by, what comes first in front, as {@link Known} has it. */
    private static Map<String, Long> keys(Arriving arriving) {
        Article article = arriving.article;
        Map<String, Long> keys = new LinkedHashMap<>();
        if (arriving.arrival.article().id() != null) {
            keys.put("id", Identity.of("id", article.id.toString()).number());
        }
        Identity.of(article).forEach(identity -> keys.put(identity.by(), identity.number()));
        return keys;
    }
}
