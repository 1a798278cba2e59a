/** Tests of sources over HTTP. */
@NullMarked
package io.khabar.source;

import org.jspecify.annotations.NullMarked;
