/**
 * Articles as inputs state them, before anything is looked up or stored: plain values, and what is worth knowing about their reading.
 */
@NullMarked
package io.khabar.imports.draft;

import org.jspecify.annotations.NullMarked;
