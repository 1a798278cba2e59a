/**
 * What a client searches for, from the text that it wrote. Pure and total: any text is a query, nothing is a syntax error,
 * and what cannot be meant is read as words.
 */
@NullMarked
package io.khabar.search.query;

import org.jspecify.annotations.NullMarked;
