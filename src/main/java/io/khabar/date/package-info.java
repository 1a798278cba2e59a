/**
 * Partial dates and periods: pure value types. Nothing here knows a clock, a database or HTTP.
 *
 * <p>A {@link PartialDate} is what an article carries (ISO 8601 with reduced precision, RFC 3339 for instants, EDTF
 * level 0 for intervals); a {@link Period} is what a query asks for; {@link Bounds} are a period as the four instants
 * that a query compares. Every text that is not one of these is an {@link InvalidDateException}, whose message can be
 * shown to the client.
 */
@NullMarked
package io.khabar.date;

import org.jspecify.annotations.NullMarked;
