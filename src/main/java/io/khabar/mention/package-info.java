/**
 * Finds the dates that a text speaks of. Pure: text, language and reference in, mentions out.
 */
@NullMarked
package io.khabar.mention;

import org.jspecify.annotations.NullMarked;
