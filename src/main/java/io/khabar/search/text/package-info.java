/**
 * From text to the words that search compares: folded words for exact matches, stems for the rest. Pure: a text and its
 * language decide alone what comes out, so that an index and a query always agree, whatever engine holds the index.
 */
@NullMarked
package io.khabar.search.text;

import org.jspecify.annotations.NullMarked;
