package io.khabar.imports.draft;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote an article, as its input says.
 *
 * @param url a page about the author, an absolute http or https URL
 */
public record DraftAuthor(String name, @Nullable String url) {}
