package io.khabar.article;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The articles that arrivals may be, by everything that an article is known by: first its id, then its canonical address,
 * then its source and the id that the source gives it, and where it has none of these, its source and text; and last by what
 * an article was known by before a person corrected it.
 */
final class Known {

    /**
     * An article that is stored, and how it was known.
     *
     * @param former whether it was known so before a person corrected it
     * @param formerText whether the text that arrives is one that it had then
     */
    record Match(UUID id, String by, boolean former, boolean formerText) {

        Match(UUID id, String by) {
            this(id, by, false, false);
        }
    }

    private record External(UUID source, String id) {}

    private record Text(UUID source, ByteBuffer hash) {}

    private final Map<UUID, UUID> ids = new HashMap<>();
    private final Map<String, UUID> urls = new HashMap<>();
    private final Map<External, UUID> externals = new HashMap<>();
    private final Map<Text, UUID> texts = new HashMap<>();
    private Former former = Former.NONE;

    void id(UUID id) {
        ids.put(id, id);
    }

    void url(String canonical, UUID id) {
        urls.put(canonical, id);
    }

    void external(UUID source, String externalId, UUID id) {
        externals.put(new External(source, externalId), id);
    }

    void text(UUID source, byte[] hash, UUID id) {
        texts.putIfAbsent(new Text(source, ByteBuffer.wrap(hash)), id);
    }

    /** Adds what is looked at where no article matches. */
    void former(Former before) {
        former = before;
    }

    /** Adds an article that is about to be stored. */
    void add(Article article) {
        id(article.id);
        if (article.urlCanonical != null) {
            url(article.urlCanonical, article.id);
        }
        if (article.externalId != null) {
            external(article.sourceId, article.externalId, article.id);
        }
        if (article.textHash != null) {
            text(article.sourceId, article.textHash, article.id);
        }
    }

    /** The stored article that an arrival is; null for a new one. */
    @Nullable Match match(Arriving arriving) {
        Article article = arriving.article;
        UUID own = arriving.arrival.article().id();
        if (own != null && ids.containsKey(own)) {
            return new Match(own, "id");
        }
        UUID found = article.urlCanonical == null ? null : urls.get(article.urlCanonical);
        if (found != null) {
            return new Match(found, "url");
        }
        found = article.externalId == null ? null : externals.get(new External(article.sourceId, article.externalId));
        if (found != null) {
            return new Match(found, "externalId");
        }
        found = !arriving.isKnownByText() || article.textHash == null
                ? null
                : texts.get(new Text(article.sourceId, ByteBuffer.wrap(article.textHash)));
        return found == null ? former.match(arriving) : new Match(found, "text");
    }

    /** What becomes of an arrival that nothing matches as its article was deleted; null for a new one. */
    @Nullable Arrived deleted(Arriving arriving) {
        return former.deleted(arriving);
    }
}
