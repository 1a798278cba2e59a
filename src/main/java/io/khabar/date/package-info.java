/**
 * Partial dates and periods: pure value types. Nothing here knows a clock, a database or HTTP.
 */
@NullMarked
package io.khabar.date;

import org.jspecify.annotations.NullMarked;
