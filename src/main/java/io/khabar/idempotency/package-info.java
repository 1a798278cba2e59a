/**
 * Requests that may be sent again: an {@code Idempotency-Key} stands for one request, whose answer is kept for a day.
 */
@NullMarked
package io.khabar.idempotency;

import org.jspecify.annotations.NullMarked;
