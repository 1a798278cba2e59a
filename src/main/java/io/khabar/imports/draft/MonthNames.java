package io.khabar.imports.draft;

import io.khabar.language.Folding;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of the months, long and short, in the languages of news; Arabic in all three families. */
final class MonthNames {
    private static final List<String> LANGUAGES = List.of(
            "en", "fr", "de", "es", "it", "pt", "nl", "ru", "uk", "pl", "cs", "ro", "sv", "nb", "da", "fi", "tr", "az",
            "id", "ar", "ur", "fa", "el", "bg", "sr", "hr", "hu", "sq", "ca");

    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE);

    /** Levantine and Maghreb months, which CLDR keeps by country, and other spellings; a line for each month. */
    private static final List<String> ARABIC = List.of(
            "كانون الثاني|جانفي",
            "شباط|فيفري",
            "آذار|اذار",
            "نيسان|أفريل|ابريل",
            "أيار|ماي",
            "حزيران|جوان",
            "تموز|جويلية|يوليوز",
            "آب|أوت|غشت",
            "أيلول|شتنبر",
            "تشرين الأول|اكتوبر",
            "تشرين الثاني|نونبر",
            "كانون الأول|دجنبر");

    /** What names of two months stand for. */
    private static final int SEVERAL = 0;

    private static final Map<String, Integer> MONTHS = months();
    private static final Set<String> WEEKDAYS = weekdays();

    private MonthNames() {}

    /**
     * The month, 1 to 12, that a folded word names; null for others, and for what is one month here and another there:
     * "listopad" is the Croatian October and the Polish November.
     */
    static @Nullable Integer month(String foldedWord) {
        Integer month = MONTHS.get(foldedWord);
        return month == null || month == SEVERAL ? null : month;
    }

    /** Whether a folded word is a weekday in one of the languages: "mar" is March, and Tuesday in French. */
    static boolean isWeekday(String foldedWord) {
        return WEEKDAYS.contains(foldedWord);
    }

    private static Set<String> weekdays() {
        Set<String> weekdays = new HashSet<>();
        for (String language : LANGUAGES) {
            for (TextStyle style : STYLES) {
                for (DayOfWeek day : DayOfWeek.values()) {
                    weekdays.add(Folding.fold(day.getDisplayName(style, Locale.of(language))));
                }
            }
        }
        return Set.copyOf(weekdays);
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (int month = 1; month <= 12; month++) {
            for (String language : LANGUAGES) {
                Locale locale = Locale.of(language);
                for (TextStyle style : STYLES) {
                    add(months, Month.of(month).getDisplayName(style, locale), month);
                }
            }
            for (String name : ARABIC.get(month - 1).split("\\|", -1)) {
                add(months, name, month);
            }
        }
        // CLDR's short forms are not those of RFC 822's readers.
        String[] others = {"янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"};
        for (int month = 1; month <= 12; month++) {
            add(months, others[month - 1], month);
        }
        add(months, "sept", 9);
        add(months, "mrz", 3);
        return Map.copyOf(months);
    }

    private static void add(Map<String, Integer> months, String name, int month) {
        String key = Folding.fold(name);
        if (!key.isEmpty() && !Character.isDigit(key.charAt(0))) {
            months.merge(key, month, (first, second) -> first.equals(second) ? first : SEVERAL);
        }
    }
}
