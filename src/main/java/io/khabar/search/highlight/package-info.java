/**
 * Shows where a query's words are in a text. Pure: made of the text alone, by the analysis that made the index's terms, so
 * that what is marked is what was found.
 */
@NullMarked
package io.khabar.search.highlight;

import org.jspecify.annotations.NullMarked;
