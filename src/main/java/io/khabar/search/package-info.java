/**
 * The index of articles: what it holds, how it is searched, and the engine that keeps it. It knows neither the database
 * nor HTTP: documents come in, ids in order come out.
 *
 * <p>The engine is given terms that {@code search.text} made, parted by spaces, and parts them at the spaces: so every
 * backend of Hibernate Search finds the same.
 */
@NullMarked
package io.khabar.search;

import org.jspecify.annotations.NullMarked;
