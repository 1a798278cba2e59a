/**
 * Keeps the search index in step with the database: follows the change log, and builds the index anew where it is missing,
 * of an old format, or of another database.
 */
@NullMarked
package io.khabar.indexing;

import org.jspecify.annotations.NullMarked;
