/**
 * From bytes to text: what kind of input they are, and in which encoding.
 */
@NullMarked
package io.khabar.imports.encoding;

import org.jspecify.annotations.NullMarked;
