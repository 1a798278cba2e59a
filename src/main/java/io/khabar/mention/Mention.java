package io.khabar.mention;

import io.khabar.date.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A time that a text speaks of.
 *
 * @param start where it begins in the text, in Unicode code points
 * @param end where it ends, exclusive, in code points
 * @param text the words as written
 * @param value the time; null where it counts from the day of the text and that is not known well enough
 * @param kind what sort of time it is, day parts and weeks included
 * @param relative whether the value depends on the day of the text
 */
public record Mention(
        int start, int end, String text, @Nullable PartialDate value, Kind kind, boolean relative) {}
