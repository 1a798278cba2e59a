package io.khabar.mention;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.ULocale;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The languages that are known, read when first asked for: some by rules of their own, others by their month names. */
final class Languages {

    private static final Set<String> WITH_RULES = Set.of("ar", "en", "fr", "fa", "ckb", "ku");

    /** How much of a text without a language is looked at for its script. */
    private static final int LOOKED_AT = 2000;

    /** Shorter names are words of other meanings too often. */
    private static final int SHORTEST_NAME = 3;

    private static final Map<String, Language> READ = new ConcurrentHashMap<>();
    private static final Map<String, NumericDates.Order> ORDERS = new ConcurrentHashMap<>();

    /** Every language of ISO 639 could be asked for; only so many are kept. */
    private static final int KEPT = 300;

    private Languages() {}

    /** The rules for a language tag; without one, those of the language that a text's script suggests. */
    static Language of(@Nullable String tag, String text) {
        String code = code(tag, text);
        Language known = READ.get(code);
        if (known == null) {
            known = read(code);
            if (READ.size() < KEPT) {
                READ.put(code, known);
            }
        }
        return known;
    }

    /** The order of day, month and year in digits, by CLDR's short date format of the tag's language and region. */
    static NumericDates.Order order(@Nullable String tag, String text) {
        String known = tag == null ? code(null, text) : tag;
        NumericDates.Order order = ORDERS.get(known);
        if (order == null) {
            order = readOrder(known);
            if (ORDERS.size() < KEPT) {
                ORDERS.put(known, order);
            }
        }
        return order;
    }

    private static String code(@Nullable String tag, String text) {
        if (tag == null) {
            return byScript(text);
        }
        String language = Locale.forLanguageTag(tag).getLanguage();
        return switch (language) {
            case "" -> byScript(text);
            // Dari and the spoken forms of Arabic are written with the words of these.
            case "prs", "pes" -> "fa";
            case "arb", "arz", "apc", "ary" -> "ar";
            case "ku", "kmr" -> isArabic(tag) ? "ckb" : "ku";
            default -> language;
        };
    }

    private static boolean isArabic(String tag) {
        return Locale.forLanguageTag(tag).getScript().equals("Arab");
    }

    private static String byScript(String text) {
        int end = Math.min(text.length(), LOOKED_AT);
        int arabic = 0;
        int latin = 0;
        int persian = 0;
        for (int at = 0; at < end; at++) {
            char letter = text.charAt(at);
            if (Character.isLetter(letter)) {
                UnicodeScript script = UnicodeScript.of(letter);
                arabic += script == UnicodeScript.ARABIC ? 1 : 0;
                latin += script == UnicodeScript.LATIN ? 1 : 0;
                persian += "پچژگیک".indexOf(letter) >= 0 ? 1 : 0;
            }
        }
        if (arabic > latin) {
            return persian * 20 > arabic ? "fa" : "ar";
        }
        return latin > 0 ? "en" : "und";
    }

    private static Language read(String code) {
        return WITH_RULES.contains(code)
                ? Language.of("common.txt", code + ".txt")
                : Language.of(names(code), "common.txt", "generic.txt");
    }

    private static Map<String, List<String>> names(String code) {
        Map<String, List<String>> names = new HashMap<>();
        if (code.equals("und")) {
            return names;
        }
        DateFormatSymbols symbols = new DateFormatSymbols(GregorianCalendar.class, ULocale.forLanguageTag(code));
        for (int context : List.of(DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE)) {
            for (int width : List.of(DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED)) {
                String head = width == DateFormatSymbols.WIDE ? "month+wide" : "month";
                add(names, head, symbols.getMonths(context, width), 1);
                add(names, "weekday", symbols.getWeekdays(context, width), -1);
            }
        }
        return names;
    }

    /** Adds names with their numbers; those of weekdays begin with an empty one and Sunday. */
    private static void add(Map<String, List<String>> names, String head, String[] forms, int first) {
        for (int i = 0; i < forms.length; i++) {
            int number = first + i;
            String name = forms[i].endsWith(".") ? forms[i].substring(0, forms[i].length() - 1) : forms[i];
            if (first < 0) {
                number = number == 0 ? 7 : number;
            }
            boolean lettered = !name.isEmpty() && Character.isLetter(name.codePointAt(0));
            if (lettered && number > 0 && name.length() >= SHORTEST_NAME) {
                names.computeIfAbsent(head + " " + number, _ -> new ArrayList<>())
                        .add(name);
            }
        }
    }

    private static NumericDates.Order readOrder(String tag) {
        ULocale locale = ULocale.forLanguageTag(tag);
        String pattern = DateFormat.getDateInstance(new GregorianCalendar(locale), DateFormat.SHORT, locale)
                        instanceof SimpleDateFormat format
                ? format.toPattern()
                : "dMy";
        int year = pattern.indexOf('y');
        int month = pattern.indexOf('M');
        int day = pattern.indexOf('d');
        if (year < month && year < day) {
            return NumericDates.Order.YEAR_FIRST;
        }
        return month < day ? NumericDates.Order.MONTH_FIRST : NumericDates.Order.DAY_FIRST;
    }
}
