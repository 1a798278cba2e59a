/** Requests that are sent again. */
@NullMarked
package io.khabar.idempotency;

import org.jspecify.annotations.NullMarked;
