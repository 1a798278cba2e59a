package io.khabar.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date in one of the three forms of 5.6.7. */
final class RetryAfter {

    /** As good as never: who waits has a limit of their own. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** Digits that can be no more seconds than a {@code long} holds. */
    private static final int MOST_DIGITS = 18;

    private static final DateTimeFormatter ASCTIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("EEE MMM ppd HH:mm:ss uuuu")
            .toFormatter(Locale.ENGLISH);

    private RetryAfter() {}

    /** The instant that is meant; null for nothing readable. */
    static @Nullable Instant read(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        String value = header.strip();
        if (value.matches("[0-9]+")) {
            return now.plus(seconds(value));
        }
        try {
            return date(value, now);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static Duration seconds(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        if (significant.length() > MOST_DIGITS) {
            return LONGEST;
        }
        Duration wait = Duration.ofSeconds(Long.parseLong(significant));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static Instant date(String value, Instant now) {
        int comma = value.indexOf(',');
        if (comma < 0) {
            return LocalDateTime.parse(value, ASCTIME).toInstant(ZoneOffset.UTC);
        }
        DateTimeFormatter form = value.indexOf('-', comma) < 0 ? DateTimeFormatter.RFC_1123_DATE_TIME : rfc850(now);
        return ZonedDateTime.parse(value, form).toInstant();
    }

    /** Two digits of a year mean one that is not more than 50 years ahead. */
    private static DateTimeFormatter rfc850(Instant now) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(
                        ChronoField.YEAR, 2, 2, now.atOffset(ZoneOffset.UTC).getYear() - 49)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ENGLISH)
                .withZone(ZoneOffset.UTC);
    }
}
