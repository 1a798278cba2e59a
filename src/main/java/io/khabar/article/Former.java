package io.khabar.article;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is remembered of that by which some arrivals are known, where no article is known by it now. */
final class Former {

    static final Former NONE = new Former(Map.of());

    /**
     * What is remembered of one identity.
     *
     * @param article the article that had it
     * @param deletedAt when that was deleted; null while it is there
     */
    record Remembered(UUID article, @Nullable Instant deletedAt) {}

    private record Hit(Identity identity, Remembered remembered) {}

    private final Map<ByteBuffer, Remembered> remembered;

    Former(Map<ByteBuffer, Remembered> remembered) {
        this.remembered = remembered;
    }

    /** The stored article that an arrival was before a person corrected it; null where none is known. */
    Known.@Nullable Match match(Arriving arriving) {
        Hit hit = hit(arriving);
        if (hit == null || hit.remembered().deletedAt() != null) {
            return null;
        }
        UUID article = hit.remembered().article();
        boolean itsText = Identity.of(arriving.article).stream()
                .filter(identity -> identity.is(Identity.TEXT))
                .map(identity -> remembered.get(identity.hash()))
                .anyMatch(text -> text != null && text.article().equals(article));
        return new Known.Match(article, hit.identity().by(), true, itsText);
    }

    /** What becomes of an arrival whose article was deleted; null where none is known. */
    @Nullable Arrived deleted(Arriving arriving) {
        Hit hit = hit(arriving);
        Instant at = hit == null ? null : hit.remembered().deletedAt();
        return hit == null || at == null ? null : Arrived.deleted(hit.identity().by(), at);
    }

    private @Nullable Hit hit(Arriving arriving) {
        List<Identity> identities = remembered.isEmpty() ? List.of() : Identity.of(arriving.article);
        for (Identity identity : identities) {
            Remembered one = remembered.get(identity.hash());
            if (one != null && (!identity.is(Identity.TEXT) || arriving.isKnownByText())) {
                return new Hit(identity, one);
            }
        }
        return null;
    }
}
