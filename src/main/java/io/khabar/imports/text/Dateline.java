package io.khabar.imports.text;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The source that a dateline names: "دمشق - سانا:", "LONDON (Reuters) -", "МОСКВА, 14 сен — ТАСС.", "(د ب أ)". A place, perhaps a
 * date, and an agency; the text goes on behind it.
 */
public final class Dateline {
    /** Datelines are short; nothing behind that is looked at. */
    private static final int LONGEST = 80;

    private static final String PLACE = "\\p{L}[\\p{L}\\p{M}.'’]*(?:[ /-]\\p{L}[\\p{L}\\p{M}.'’]*){0,3}?";
    /** Behind a comma, or in the way of the Arab and Chinese agencies: "14 سبتمبر 2021", "في 13 سبتمبر". */
    private static final String DATE = "(?:\\s{0,2}[,،]\\s{0,2}[^()\\-–—:]{1,25}?"
            + "|\\s(?:في )?\\d{1,2} \\p{L}{3,12}(?: \\p{L}{3,8})?(?:[/ ]\\p{L}{3,12})?(?: \\d{4})?)?";

    private static final String NAME = "(?<name>\\p{L}[\\p{L}\\p{M}.]*(?: \\p{L}[\\p{L}\\p{M}.]*){0,3})";

    /** Some write the Arabic stroke that lengthens letters, U+0640, for a dash. */
    private static final String DASH = "(?:\\s{0,2}[-–—/]\\s{0,2}|\\s\u0640{1,3}\\s)";

    private static final Pattern IN_BRACKETS =
            Pattern.compile("^" + PLACE + DATE + "(?:" + DASH + "|\\s{0,2})\\(" + NAME + "\\)\\s{0,2}[-–—:]{1,2}");

    /** "الدوحة في 13 سبتمبر /قنا/": only for names that are known. */
    private static final Pattern IN_SLASHES = Pattern.compile("^" + PLACE + DATE + "\\s{0,2}/\\s?" + NAME + "\\s?/");

    /** "الرياض 06 صفر 1443 هـ الموافق 13 سبتمبر 2021 م واس": only for names that are known. */
    private static final Pattern BEHIND_BOTH_CALENDARS = Pattern.compile(
            "^" + PLACE
                    + " \\d{1,2} \\p{L}{3,8}(?: \\p{L}{3,8})? 1\\d{3}\\s?هـ? (?:الموافق )?\\d{1,2} \\p{L}{3,8} \\d{4}\\s?م (?<name>\\p{L}{2,12})(?=$|\\s)");

    /** Without a place: only for names that are known. */
    private static final Pattern ALONE_IN_BRACKETS = Pattern.compile("^\\(" + NAME + "\\)\\s");

    private static final Pattern BEFORE_COLON = Pattern.compile("^(?<place>" + PLACE + ")" + DASH + NAME + "\\s{0,2}:");
    private static final Pattern BETWEEN_DASHES =
            Pattern.compile("^" + PLACE + DATE + DASH + NAME + "\\s{0,2}(?:[-–—/.،,]|\\s\u0640|$)");

    /** Agencies that sign datelines; also where no source of that name is known here. */
    private static final Set<String> AGENCIES = Set.of(
            "سانا",
            "رويترز",
            "أ ف ب",
            "أ.ف.ب",
            "فرانس برس",
            "أسوشيتد برس",
            "د ب أ",
            "د.ب.أ",
            "الأناضول",
            "قنا",
            "واس",
            "وام",
            "كونا",
            "بترا",
            "وفا",
            "واع",
            "وات",
            "سبوتنيك",
            "تاس",
            "شينخوا",
            "أ ش أ",
            "أ.ش.أ",
            "بنا",
            "سبأ",
            "وكالات",
            "الوكالات",
            "Reuters",
            "AFP",
            "AP",
            "CNN",
            "dpa",
            "DPA",
            "Xinhua",
            "TASS",
            "RIA Novosti",
            "Interfax",
            "Anadolu",
            "AA",
            "ANSA",
            "EFE",
            "UPI",
            "PTI",
            "Kyodo",
            "Yonhap",
            "SANA",
            "WAFA",
            "ТАСС",
            "РИА Новости",
            "Интерфакс",
            "ایرنا",
            "ایسنا",
            "فارس",
            "تسنیم",
            "مهر");

    /** Where news in Arabic are dated. */
    private static final Set<String> CITIES = Set.of(("دمشق|حلب|حمص|حماة|حماه|اللاذقية|طرطوس|درعا|إدلب|ادلب|الرقة|دير"
                    + " الزور|الحسكة|القامشلي|السويداء|بيروت|طرابلس|صيدا|بغداد|البصرة|الموصل|أربيل|النجف|كربلاء|عمان|عمّان|القدس|رام"
                    + " الله|غزة|نابلس|القاهرة|الإسكندرية|الخرطوم|تونس|الجزائر|الرباط|الدار"
                    + " البيضاء|نواكشوط|بنغازي|صنعاء|عدن|الرياض|جدة|مكة|مكة المكرمة|المدينة"
                    + " المنورة|الدمام|الكويت|المنامة|الدوحة|أبوظبي|أبو"
                    + " ظبي|دبي|الشارقة|مسقط|مقديشو|جيبوتي|أنقرة|إسطنبول|اسطنبول|طهران|كابول|إسلام"
                    + " آباد|نيودلهي|بكين|طوكيو|سيول|موسكو|كييف|باريس|لندن|برلين|روما|مدريد|بروكسل|جنيف|فيينا|واشنطن|نيويورك|الأمم"
                    + " المتحدة")
            .split("\\|", -1));

    /** What stands in the place of an agency and is none. */
    private static final Set<String> NO_NAMES =
            Set.of("خاص", "مراسلنا", "متابعة", "متابعات", "اليوم", "أمس", "عاجل", "مباشر", "تقرير", "حصري");

    /** What stands in capitals in the place of a place and is none. */
    private static final Pattern LABEL = Pattern.compile(
            "^(?:UPDATE|WARNING|BREAKING|EXCLUSIVE|CORRECT|NOTE|ANALYSIS|OPINION|VIDEO|WATCH|REVIEW|LIVE).*");

    private Dateline() {}

    /** What a dateline names, and where it ends. */
    private record Found(String name, int end) {}

    /** The source that the dateline at the beginning of a text names; null where there is none. */
    static @Nullable String source(String paragraph, Predicate<String> isKnownSource) {
        Found found = find(paragraph, isKnownSource);
        return found == null ? null : found.name();
    }

    /** A text without the dateline at its beginning, if it is one of a well-known agency or a city. */
    public static String behind(String text) {
        Found found = find(text, name -> false);
        return found == null ? text : text.substring(found.end());
    }

    private static @Nullable Found find(String paragraph, Predicate<String> isKnownSource) {
        String head = paragraph.substring(0, Math.min(paragraph.length(), LONGEST));
        Matcher brackets = IN_BRACKETS.matcher(head);
        if (brackets.find()) {
            return found(brackets, isKnownSource, isPlaceInCapitals(head));
        }
        Matcher alone = ALONE_IN_BRACKETS.matcher(head);
        if (alone.find()) {
            return found(alone, isKnownSource, false);
        }
        for (Pattern known : List.of(IN_SLASHES, BEHIND_BOTH_CALENDARS)) {
            Matcher named = known.matcher(head);
            Found found = named.find() ? found(named, isKnownSource, false) : null;
            if (found != null) {
                return found;
            }
        }
        Matcher colon = BEFORE_COLON.matcher(head);
        if (colon.find()) {
            // A city, a dash, a name of two words, a colon: that is a dateline. Of one word it may be who says
            // something.
            boolean clear = CITIES.contains(colon.group("place").strip())
                    && colon.group("name").strip().indexOf(' ') > 0
                    && colon.end() < 45
                    && paragraph.length() > LONGEST;
            return found(colon, isKnownSource, clear);
        }
        Matcher dashes = BETWEEN_DASHES.matcher(head);
        return dashes.find() ? found(dashes, isKnownSource, false) : null;
    }

    private static @Nullable Found found(Matcher matcher, Predicate<String> isKnownSource, boolean clear) {
        String name = named(matcher, isKnownSource, clear);
        return name == null ? null : new Found(name, matcher.end());
    }

    private static @Nullable String named(Matcher matcher, Predicate<String> isKnownSource, boolean clear) {
        String name = matcher.group("name").strip();
        if (isKnownSource.test(name) || AGENCIES.contains(name)) {
            return name;
        }
        return clear && !NO_NAMES.contains(name) && name.split(" ", -1).length <= 2 && Signature.isName(name)
                ? name
                : null;
    }

    static boolean isAgency(String name) {
        return AGENCIES.contains(name);
    }

    /** Whether a line is a dateline and nothing else. */
    static boolean isAlone(String line, Predicate<String> isKnownSource) {
        return line.length() <= LONGEST
                && Stream.of(BETWEEN_DASHES, IN_SLASHES, BEHIND_BOTH_CALENDARS)
                        .map(pattern -> pattern.matcher(line))
                        .anyMatch(dateline -> dateline.find()
                                && dateline.end() == line.length()
                                && named(dateline, isKnownSource, false) != null);
    }

    private static boolean isPlaceInCapitals(String head) {
        return head.length() > 3
                && !LABEL.matcher(head).matches()
                && Character.isUpperCase(head.charAt(0))
                && Character.isUpperCase(head.charAt(1))
                && Character.isUpperCase(head.charAt(2));
    }
}
