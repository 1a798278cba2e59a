package io.khabar.article;

import io.khabar.article.Arrived.Outcome;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one dry run has met: each of its batches is undone, so that the database does not know what those before would have
 * stored. What articles are known by is remembered as numbers of 64 bits, and no more of them than {@link #MOST}.
 */
public final class DryRun {

    /** What a hundred thousand articles are known by and more, in about 20 MB. */
    private static final int MOST = 250_000;

    /**
     * An article that the dry run has met.
     *
     * @param arrival a number that tells what it was written by last from anything else
     * @param created whether it would be new, so that the database does not have it
     */
    private record Met(UUID id, int arrival, boolean created) {}

    private final Map<Long, Met> met = new HashMap<>();
    private final int most;
    private boolean full;

    public DryRun() {
        this(MOST);
    }

    /** A dry run that remembers so many things that articles are known by. */
    public DryRun(int most) {
        this.most = most;
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
     * anything else is taken for a change.
     *
     * @return null where the database tells
     */
    @Nullable Arrived update(Arriving arriving, Known.Match match) {
        Met before = met(keys(arriving), match.id());
        if (before == null) {
            return null;
        }
        if (before.arrival() == arriving.arrival.hashCode()) {
            return new Arrived(Outcome.UNCHANGED, match.id(), null, match.by(), null, null);
        }
        return before.created() ? new Arrived(Outcome.UPDATED, match.id(), null, match.by(), null, null) : null;
    }

    /** Remembers what a batch would have written. */
    void remember(List<Arriving> batch, List<Arrived> arrived) {
        for (int i = 0; i < batch.size(); i++) {
            Outcome outcome = arrived.get(i).outcome();
            UUID id = arrived.get(i).id();
            if (id != null && (outcome == Outcome.CREATED || outcome == Outcome.UPDATED)) {
                remember(batch.get(i), id, outcome == Outcome.CREATED);
            }
        }
    }

    private void remember(Arriving arriving, UUID id, boolean created) {
        Map<String, Long> keys = keys(arriving);
        Met before = met(keys, id);
        if (before == null && met.size() + keys.size() > most) {
            full = true;
            return;
        }
        Met now = new Met(id, arriving.arrival.hashCode(), created || (before != null && before.created()));
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
            keys.put("id", key("id", article.id.toString()));
        }
        if (article.urlCanonical != null) {
            keys.put("url", key("url", article.urlCanonical));
        }
        if (article.externalId != null) {
            keys.put("externalId", key("externalId", article.sourceId + " " + article.externalId));
        }
        if (article.textHash != null) {
            keys.put("text", key("text", article.sourceId + " " + HexFormat.of().formatHex(article.textHash)));
        }
        return keys;
    }

    private static Long key(String by, String value) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((by + " " + value).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
