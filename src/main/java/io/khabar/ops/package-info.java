/**
 * Running the service: embedded database, start-up checks, sample data. Nothing looks at this package.
 */
@NullMarked
package io.khabar.ops;

import org.jspecify.annotations.NullMarked;
