package io.khabar.article;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the derived mentions of an article follow from: while it stays the same, so do they.
 *
 * @param sourceId its time zone says where days begin
 */
record MentionBasis(
        String body, @Nullable String language, @Nullable String published, UUID sourceId) {

    static MentionBasis of(Article article) {
        return new MentionBasis(article.body, article.language, article.publishedValue, article.sourceId);
    }
}
