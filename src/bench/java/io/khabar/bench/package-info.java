/**
 * The benchmark: how fast the packaged service is, and which share that is of what its database does by itself.
 *
 * <p>Not part of the build; {@code src/bench/run} compiles it against the packaged service.
 */
@NullMarked
package io.khabar.bench;

import org.jspecify.annotations.NullMarked;
