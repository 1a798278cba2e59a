package io.khabar.imports.draft;

import org.jspecify.annotations.Nullable;

/**
 * The picture of an article, as its input names it.
 *
 * @param url an absolute http or https URL
 * @param alt what it shows
 * @param width in pixels, positive
 * @param height in pixels, positive
 */
public record DraftImage(
        String url,
        @Nullable String alt,
        @Nullable String caption,
        @Nullable Integer width,
        @Nullable Integer height) {}
