package io.khabar.date;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * Writes instants digit by digit, with the results of {@link DateTimeFormatter}: a page has a hundred of them, and a tenth of
 * the time of an answer went into interpreting patterns.
 */
public final class InstantText {

    private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    private static final int DAY = 86_400;

    private static final String WEEKDAYS = "MonTueWedThuFriSatSun";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    /** For years that have not four digits. */
    private static final DateTimeFormatter HTTP = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private InstantText() {}

    /**
     * As RFC 3339 text with no more digits of the second's fraction than it needs: whatever shows an instant writes it so, as
     * clients compare texts.
     */
    public static String shortest(Instant instant) {
        if (!hasFourDigits(instant)) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC)) + "Z";
        }
        int digits = 9;
        int nanos = instant.get(ChronoField.NANO_OF_SECOND);
        if (nanos == 0) {
            digits = 0;
        } else {
            for (; nanos % 10 == 0; nanos /= 10) {
                digits--;
            }
        }
        return written(instant, digits);
    }

    /** As header fields of HTTP have it (IMF-fixdate, RFC 9110, section 5.6.7), without the fraction of the second. */
    public static String http(Instant instant) {
        if (!hasFourDigits(instant)) {
            return HTTP.format(instant);
        }
        LocalDate date = date(instant);
        int weekday = (date.getDayOfWeek().getValue() - 1) * 3;
        int month = (date.getMonthValue() - 1) * 3;
        byte[] text = "Mon, 00 Jan 0000 00:00:00 GMT".getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < 3; i++) {
            text[i] = (byte) WEEKDAYS.charAt(weekday + i);
            text[8 + i] = (byte) MONTHS.charAt(month + i);
        }
        digits(text, 5, 2, date.getDayOfMonth());
        digits(text, 12, 4, date.getYear());
        time(text, 17, instant);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static boolean hasFourDigits(Instant instant) {
        return instant.getEpochSecond() >= FIRST && instant.getEpochSecond() <= LAST;
    }

    private static LocalDate date(Instant instant) {
        return LocalDate.ofEpochDay(Math.floorDiv(instant.getEpochSecond(), DAY));
    }

    private static String written(Instant instant, int fraction) {
        LocalDate date = date(instant);
        byte[] text = new byte[fraction == 0 ? 20 : 21 + fraction];
        digits(text, 0, 4, date.getYear());
        text[4] = '-';
        digits(text, 5, 2, date.getMonthValue());
        text[7] = '-';
        digits(text, 8, 2, date.getDayOfMonth());
        text[10] = 'T';
        time(text, 11, instant);
        if (fraction > 0) {
            text[19] = '.';
            int nanos = instant.get(ChronoField.NANO_OF_SECOND);
            for (int left = 9; left > fraction; left--) {
                nanos /= 10;
            }
            digits(text, 20, fraction, nanos);
        }
        text[text.length - 1] = 'Z';
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void time(byte[] text, int at, Instant instant) {
        int second = Math.floorMod(instant.getEpochSecond(), DAY);
        digits(text, at, 2, second / 3_600);
        text[at + 2] = ':';
        digits(text, at + 3, 2, second / 60 % 60);
        text[at + 5] = ':';
        digits(text, at + 6, 2, second % 60);
    }

    private static void digits(byte[] text, int at, int count, int number) {
        int left = number;
        for (int i = at + count - 1; i >= at; i--) {
            text[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
    }
}
