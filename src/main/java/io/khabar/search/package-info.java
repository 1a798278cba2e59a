/**
 * The index of articles: what it holds, how it is searched, and the engine that keeps it. It knows neither the database
 * nor HTTP: documents come in, ids in order come out.
 *
 * <p>What keeps an index is an {@link io.khabar.search.IndexStore}, what is asked an
 * {@link io.khabar.search.ArticleIndex}: of Lucene here, of an OpenSearch in {@code search.opensearch}. Both are given terms
 * that {@code search.text} made, parted by spaces, and part them at the spaces; both carry out the same
 * {@link io.khabar.search.Match} and {@link io.khabar.search.Condition}: so they find the same.
 */
@NullMarked
package io.khabar.search;

import org.jspecify.annotations.NullMarked;
