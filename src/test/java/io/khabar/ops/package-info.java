/** Tests of running the service. */
@NullMarked
package io.khabar.ops;

import org.jspecify.annotations.NullMarked;
