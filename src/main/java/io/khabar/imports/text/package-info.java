/**
 * Reads raw news texts: bytes to characters, characters to paragraphs and the signature of a source. Knows the JDK alone.
 */
@NullMarked
package io.khabar.imports.text;

import org.jspecify.annotations.NullMarked;
