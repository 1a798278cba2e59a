/** How well copies of articles are found. */
@NullMarked
package io.khabar.bench.duplicate;

import org.jspecify.annotations.NullMarked;
