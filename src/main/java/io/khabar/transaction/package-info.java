/**
 * Runs writes: a race that the database decided against us is run again, a constraint that a write broke is named.
 */
@NullMarked
package io.khabar.transaction;

import org.jspecify.annotations.NullMarked;
