/**
 * The list engine: every list is one SELECT that pages by key (never by offset), reads only the columns that were asked
 * for, and carries its place in an opaque cursor.
 *
 * <p>Reads are SQL projections over JDBC, not entities: an answer shows a part of a row, so loading, tracking and
 * mapping whole objects would be work done for nothing. Writes go through entities.
 */
@NullMarked
package io.khabar.list;

import org.jspecify.annotations.NullMarked;
