package io.khabar.imports.draft;

import io.khabar.date.InvalidDateException;
import io.khabar.date.PartialDate;
import io.khabar.language.Folding;
import io.khabar.mention.CalendarSystem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates that stand in fields of pages and feeds: ISO 8601 and what is written in its place, RFC 822, and dates
 * with the month's name in the languages of news. What is not there is not invented: a time without a zone gives the day
 * alone, and so does one whose zone's name stands for several; {@code 03/04/2021} gives nothing.
 */
public final class StatedDate {
    /** Longer texts are no dates. */
    private static final int LONGEST = 120;

    /** Years 1370 to 1412 are of Iran's calendar (1991 to 2034), from 1413 to 1460 those of the Hijra (1992 to 2038). */
    private static final int FIRST_SOLAR_YEAR = 1370;

    private static final int FIRST_HIJRI_YEAR = 1413;
    private static final int LAST_HIJRI_YEAR = 1460;

    private static final String TIME = "(?<hour>[01]?\\d|2[0-4])[:.](?<minute>[0-5]\\d)"
            + "(?:[:.](?<second>[0-5]\\d|60)(?:[.,](?<fraction>\\d{1,9})\\d{0,9})?)?";
    private static final String OFFSET =
            "(?:(?:UTC|GMT)\\s?)?(?<sign>[+\\-\u2212])(?<offsetHour>\\d{1,2}):?(?<offsetMinute>\\d{2})?";

    private static final Pattern ISO = Pattern.compile(
            "^(?<year>\\d{4})(?:[-/.](?<month>\\d{1,2})(?:[-/.](?<day>\\d{1,2}))?)?(?=$|[T\\s,]|\\d{2}:)(?<rest>.*)$");
    private static final Pattern COMPACT = Pattern.compile(
            "^(?<year>(?:19|20)\\d{2})(?<month>\\d{2})(?<day>\\d{2})(?:T?(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})?(?<rest>.*))?$");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "^(?<day>\\d{1,2})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<year>\\d{4})(?<rest>(?:[\\sT,].*)?)$");
    private static final Pattern EPOCH = Pattern.compile("^1\\d{9}(?:\\d{3})?$");

    private static final Pattern CLOCK = Pattern.compile(
            "(?<![\\d:.])" + TIME + "(?![\\d:])\\s{0,2}(?<half>[aApP]\\.?[mM]\\.?|[صم](?![\\p{L}])|صباحا|مساء)?");
    private static final String ANY_ZONE = "(?:" + OFFSET + "|\\(?(?<name>[A-Z]{1,5})\\)?(?![\\p{L}]))";
    private static final Pattern ZONE_FIRST = Pattern.compile("^\\s{0,3}" + ANY_ZONE);
    /** Behind the zone its name may stand in brackets, or the year. */
    private static final Pattern ZONE = Pattern.compile(ANY_ZONE + "\\s{0,3}(?:\\([^)]{0,20}\\)|\\d{4})?$");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    /** A day before a month's name, and behind it. */
    private static final Pattern BEFORE =
            Pattern.compile("(?<!\\d)\\d{1,2}(?:\\.|\\p{L}{2})?\\s{0,2}(?:(?:de|of)\\s)?$");

    private static final Pattern BEHIND = Pattern.compile("^\\.?\\s{0,2}\\d{1,2}(?!\\d)");
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{1,4}(?!\\d)");

    private StatedDate() {}

    /** The date that a text states; null where it states none, or not clearly. */
    public static @Nullable PartialDate parse(String written) {
        if (written.length() > LONGEST) {
            return null;
        }
        String text = ascii(PlainText.line(written));
        try {
            PartialDate date = numeric(text);
            if (date == null) {
                date = named(text);
            }
            return isPlaceholder(date) ? null : date;
        } catch (DateTimeException | InvalidDateException impossible) {
            return null;
        }
    }

    /**
     * Dates that programs write where they know none: year 1, and the epoch's first second. Before the first newspapers,
     * which are of the 17th century, no year is one of ours.
     */
    private static boolean isPlaceholder(@Nullable PartialDate date) {
        return date != null
                && (date.value().compareTo("1600") < 0 || date.value().equals("1970-01-01T00:00:00Z"));
    }

    private static @Nullable PartialDate numeric(String text) {
        if (EPOCH.matcher(text).matches()) {
            long number = Long.parseLong(text);
            return PartialDate.of(text.length() == 10 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            LocalDate day = day(compact);
            if (compact.group("hour") == null) {
                return PartialDate.of(day);
            }
            int second = compact.group("second") == null ? 0 : Integer.parseInt(compact.group("second"));
            LocalTime time = LocalTime.of(number(compact, "hour"), number(compact, "minute"), second);
            return at(day, time, compact.group("rest"));
        }
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            if (iso.group("month") == null) {
                return iso.group("rest").isBlank() ? PartialDate.of(Year.of(number(iso, "year"))) : null;
            }
            if (iso.group("day") == null) {
                YearMonth month = YearMonth.of(number(iso, "year"), number(iso, "month"));
                return iso.group("rest").isBlank() ? PartialDate.of(month) : null;
            }
            return timed(day(iso), iso.group("rest"));
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            int first = number(dayFirst, "day");
            int second = number(dayFirst, "month");
            if (dayFirst.group("mark").equals("/") && first <= 12 && second <= 12 && first != second) {
                return null;
            }
            int year = number(dayFirst, "year");
            LocalDate day = second > 12 ? day(year, first, second) : day(year, second, first);
            return timed(day, dayFirst.group("rest"));
        }
        return null;
    }

    /** A month by its name, a day and a year around it, in any order; the weekday is not needed. */
    private static @Nullable PartialDate named(String text) {
        Matcher clock = CLOCK.matcher(text);
        boolean timed = clock.find();
        String date = timed ? text.substring(0, clock.start()) + " " + tail(text.substring(clock.end())) : text;
        Integer month = month(date);
        if (month == null) {
            return null;
        }
        int day = 0;
        int year = -1;
        Matcher numbers = NUMBER.matcher(date);
        while (numbers.find()) {
            String digits = numbers.group();
            int number = Integer.parseInt(digits);
            if (digits.length() == 4 && year < 0) {
                year = number;
            } else if (digits.length() <= 2 && day == 0 && number >= 1 && number <= 31) {
                day = number;
            } else if (digits.length() == 2 && day != 0 && year < 0) {
                // RFC 2822, section 4.3.
                year = number < 50 ? 2000 + number : 1900 + number;
            } else if (year >= 0 && day != 0) {
                break;
            }
        }
        if (year < 0) {
            return null;
        }
        if (day == 0) {
            return timed ? null : PartialDate.of(YearMonth.of(year, month));
        }
        LocalDate local = LocalDate.of(year, month, day);
        return timed ? timed(local, text.substring(clock.start())) : PartialDate.of(local);
    }

    /** What is left behind the time, without the zone, whose digits are no day. */
    private static String tail(String rest) {
        Matcher zone = ZONE_FIRST.matcher(rest);
        if (!zone.lookingAt()) {
            return rest;
        }
        String name = zone.group("name");
        return name != null && MonthNames.month(Folding.fold(name)) != null ? rest : rest.substring(zone.end());
    }

    private record MonthWord(int month, boolean weekday, boolean besideDay) {}

    /** The month that a text names; null where it names none, or several and who knows which one is meant. */
    private static @Nullable Integer month(String text) {
        List<MonthWord> found = new ArrayList<>();
        String previous = "";
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = Folding.fold(words.group());
            Integer two = MonthNames.month(previous + " " + word);
            Integer one = MonthNames.month(word);
            if (two != null) {
                return two;
            }
            if (one != null) {
                boolean beside =
                        BEFORE.matcher(text.substring(0, words.start())).find()
                                || BEHIND.matcher(text.substring(words.end())).find();
                found.add(new MonthWord(one, MonthNames.isWeekday(word), beside));
            }
            previous = word;
        }
        Integer month = only(found, word -> true);
        if (month == null) {
            month = only(found, word -> !word.weekday());
        }
        return month == null ? only(found, word -> !word.weekday() && word.besideDay()) : month;
    }

    /** The month that all words of a kind name. */
    private static @Nullable Integer only(List<MonthWord> words, Predicate<MonthWord> kind) {
        List<Integer> months =
                words.stream().filter(kind).map(MonthWord::month).distinct().toList();
        return months.size() == 1 ? months.getFirst() : null;
    }

    private static @Nullable PartialDate timed(LocalDate day, String rest) {
        Matcher clock = CLOCK.matcher(rest);
        if (!clock.find()) {
            return PartialDate.of(day);
        }
        int hour = number(clock, "hour");
        String half = clock.group("half");
        if (half != null && hour <= 12) {
            boolean afternoon = half.startsWith("p") || half.startsWith("P") || half.startsWith("م");
            hour = hour % 12 + (afternoon ? 12 : 0);
        }
        int second = clock.group("second") == null ? 0 : Math.min(59, number(clock, "second"));
        LocalDate date = hour == 24 ? day.plusDays(1) : day;
        String fraction = clock.group("fraction");
        int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
        return at(date, LocalTime.of(hour % 24, number(clock, "minute"), second, nanos), rest.substring(clock.end()));
    }

    private static PartialDate at(LocalDate day, LocalTime time, String rest) {
        ZoneOffset offset = offset(rest.strip());
        return offset == null
                ? PartialDate.of(day)
                : PartialDate.of(day.atTime(time).toInstant(offset));
    }

    private static @Nullable ZoneOffset offset(String text) {
        Matcher zone = ZONE.matcher(text);
        if (!zone.lookingAt()) {
            return null;
        }
        if (zone.group("name") != null) {
            return ZoneNames.offset(zone.group("name"));
        }
        String minutes = zone.group("offsetMinute");
        int total = number(zone, "offsetHour") * 60 + (minutes == null ? 0 : Integer.parseInt(minutes));
        // RFC 2822: -0000 says that the time is UTC and nothing about where it was written.
        return ZoneOffset.ofTotalSeconds((zone.group("sign").equals("+") ? total : -total) * 60);
    }

    private static LocalDate day(Matcher matcher) {
        return day(number(matcher, "year"), number(matcher, "month"), number(matcher, "day"));
    }

    /**
     * A day in numbers. Years of the Solar Hijri calendar and of the Hijri one do not meet in the time of the web: the
     * former has come to 1400 in 2021, the latter was beyond 1412 in 1992. Earlier ones of both are left alone.
     */
    private static LocalDate day(int year, int month, int day) {
        if (year < FIRST_SOLAR_YEAR || year > LAST_HIJRI_YEAR) {
            return LocalDate.of(year, month, day);
        }
        CalendarSystem calendar = year < FIRST_HIJRI_YEAR ? CalendarSystem.SOLAR : CalendarSystem.HIJRI;
        LocalDate found = calendar.day(year, month, day);
        if (found == null) {
            throw new DateTimeException("no day of the calendar " + calendar);
        }
        return found;
    }

    private static int number(Matcher matcher, String group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static String ascii(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(cp -> {
            int digit = Character.digit(cp, 10);
            out.appendCodePoint(digit >= 0 && cp > 0x7F ? '0' + digit : cp);
        });
        return out.toString();
    }
}
