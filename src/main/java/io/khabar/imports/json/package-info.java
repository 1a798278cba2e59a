/**
 * Reads JSON as it is found in pages and feeds, where it is often not quite JSON.
 */
@NullMarked
package io.khabar.imports.json;

import org.jspecify.annotations.NullMarked;
