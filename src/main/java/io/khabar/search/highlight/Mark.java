package io.khabar.search.highlight;

/**
 * A word in a text that was looked for.
 *
 * @param start where it begins in the text, in UTF-16 units
 * @param end where it ends, exclusive
 * @param of the number of what was looked for
 */
record Mark(int start, int end, int of) {}
