package io.khabar.mention;

import io.khabar.date.PartialDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the dates and periods that a text speaks of. Safe for use by several threads. */
public final class DateTagger {

    private DateTagger() {}

    /**
     * The mentions of a text, in its order, none over another.
     *
     * @param text any text
     * @param language BCP 47 tag of its language, or null to go by its script; the region decides the order of day and
     *     month in digits
     * @param reference when the text was published, or null: mentions that count from that day then have no value
     * @param zone in which the reference has its day, if it is an instant, and in which times without offset are read
     * @param bias which of several possible days is meant; null for the past with days of the week and weekends, unless
     *     their clause speaks of the future, and the nearest for the rest
     */
    public static List<Mention> tag(
            String text, @Nullable String language, @Nullable PartialDate reference, ZoneId zone, @Nullable Bias bias) {
        Language rules = Languages.of(language, text);
        Hits hits = rules.hits(text, Languages.order(language, text), zone);
        return new Tagging(text, hits, rules, Reference.of(reference, zone), bias).mentions();
    }
}
