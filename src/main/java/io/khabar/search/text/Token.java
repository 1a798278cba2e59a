package io.khabar.search.text;

/**
 * A word of a text, as it is compared.
 *
 * @param term what is compared
 * @param start where the word begins in the text, in UTF-16 units
 * @param end where it ends, exclusive
 */
public record Token(String term, int start, int end) {}
