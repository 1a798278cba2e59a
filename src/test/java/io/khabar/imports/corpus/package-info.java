/**
 * Real inputs, each beside what is read from it.
 */
@NullMarked
package io.khabar.imports.corpus;

import org.jspecify.annotations.NullMarked;
