package io.khabar.article;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the derived mentions of an article follow from: while it stays the same, so do they.
 *
 * @param sourceId its time zone says where days begin, if none is said for the article
 * @param zone where days begin for this article; null if as for its source
 * @param bias which of several days is meant; null for what is usual
 */
record MentionBasis(
        String body,
        @Nullable String language,
        @Nullable String published,
        UUID sourceId,
        @Nullable String zone,
        @Nullable String bias) {

    static MentionBasis of(Article article) {
        return new MentionBasis(
                article.body,
                article.language,
                article.publishedValue,
                article.sourceId,
                article.mentionZone,
                article.mentionBias);
    }
}
