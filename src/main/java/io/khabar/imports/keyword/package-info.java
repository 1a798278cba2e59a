/**
 * The words and names that a text is about.
 */
@NullMarked
package io.khabar.imports.keyword;

import org.jspecify.annotations.NullMarked;
