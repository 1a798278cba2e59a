/**
 * The index in an OpenSearch that processes share. It is spoken to in its own protocol, JSON over HTTP, by the client of
 * the JDK, and not through Hibernate Search: what decides there, bags of terms with their frequencies, synonyms that count
 * as one term, prefixes that share their rarity, near words, the rarity of terms, would be JSON written by hand there too,
 * and what it has no words for, versions that refuse a writer whose turn is over, is what keeps the index right. So it
 * costs no dependency either.
 *
 * <p>OpenSearch analyses nothing but spaces: it is given terms that {@code search.text} made, so that it needs no plugin
 * and ranks as Lucene does here.
 */
@NullMarked
package io.khabar.search.opensearch;

import org.jspecify.annotations.NullMarked;
