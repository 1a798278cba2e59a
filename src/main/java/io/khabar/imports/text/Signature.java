package io.khabar.imports.text;

import io.khabar.imports.draft.Bylines;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the last line of a text names its source. A line of the text that is taken for a signature is lost from the
 * body, one that is not is merely left there: so what is unclear is no signature.
 */
final class Signature {
    private static final int LONGEST_KNOWN = 200;
    private static final int LONGEST_LABELLED = 100;
    private static final int LONGEST = 40;
    private static final int MOST_WORDS = 5;
    private static final int MOST_WORDS_OF_A_PART = 3;

    private static final Pattern LABEL = Pattern.compile(
            "(?:المصدر|مصدر|نقلا عن|منبع|ماخذ|سەرچاوە|sources?|via|quelle|fuente|kaynak|источник)\\s{0,3}[:：]\\s{0,3}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final String DASHES = "-–—*•_~=©";

    /** Between the names of several sources: "فرانس24/ أ ف ب", "رويترز - وكالات". */
    private static final Pattern BETWEEN = Pattern.compile("\\s*[/+&،,|]\\s*|\\s+[-–—]\\s+");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SENTENCE_MARK = Pattern.compile("[.!?؟؛;:…\"«»“”%=<>@#]");
    /** Letters set apart by dots are one word: أ.ف.ب and A.F.P. */
    private static final Pattern DOTTED = Pattern.compile("(?<!\\p{L})(?:\\p{L}\\.\\s?){1,4}\\p{L}\\.?(?!\\p{L})");

    /** Those who wrote and edited a text, by two letters each: "م ت/ط ع". Agencies have three, or stand alone. */
    private static final Pattern EDITORS = Pattern.compile("\\p{Lo} \\p{Lo}(?:\\s?[/-]\\s?\\p{Lo} \\p{Lo})+");

    private static final Set<String> MEDIA_WORDS = words("""
        وكالة وكالات الوكالات قناة صحيفة جريدة موقع شبكة راديو إذاعة تلفزيون مجلة نيوز برس بوست تايمز ميديا
        أونلاين نت اليوم تي agency agence agencies agences news press presse times post daily tv radio today
        herald tribune journal network online media خبرگزاری روزنامه پایگاه агентство новости газета вести
        ajansı haber agentur zeitung agencia agenzia\
        """);

    /** What ends texts and names nobody. */
    private static final Set<String> NO_NAMES = words("""
        انتهى يتبع تتمة انتهای النهاية إعلان اعلان تحديث عاجل صور فيديو المزيد للمزيد شارك طباعة تعليقات end ends
        more updated update خاص حصري حصريا مباشر advertisement fin suite ende share print comments پایان конец ادامه وكالة مصدر
        المصدر source photos video latest related lire autres dernières toutes читать читайте подробнее последние другие все
        главные партнёров партнеров rédaction redacción redazione redaktion\
        """);

    /** What begins the names of people and the credits of pictures. */
    private static final Set<String> CREDITS = words("""
        صور صورة تصوير بقلم كتب كتبت إعداد اعداد ترجمة تحرير متابعة photo photos by par von عکس фото\
        """);

    /** What sentences have and names do not. */
    private static final Set<String> SENTENCE_WORDS = words("""
        إلى الى في من على عن مع أن ان إن هذا هذه هو هي كان كانت قد لم لن لا ما ثم حتى بعد قبل شكرا is are was were has
        have will it he she they this that there here to در از به که است est sont était ont это не он она они мы был была
        было были есть по для о об про\
        """);

    /** Names in one word that say that they are a medium's: سيريانيوز, Rudaw24, Newsweek. */
    private static final Pattern MEDIUM = Pattern.compile(
            "نيوز|برس$|تايمز$|ميديا|\\p{L}\\d{1,2}$|news|press$|times$|media$|post$|tv$|radio|zeitung$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int MOST_ASSUMED_WORDS = 4;

    /** Media in languages that give the first word of a name a capital and no other: "Новости дня". */
    private static final Set<String> MEDIA_IN_SMALL_LETTERS = words("""
        газета новости вести агентство известия ведомости вестник журнал телеканал голос journal gazette courrier revue
        diario periódico gaceta giornale corriere gazzetta jornal\
        """);

    /** "Комсомольская правда": a noun with its adjective is a name, not a sentence. */
    private static final Pattern RUSSIAN_NAME = Pattern.compile("\\p{Lu}\\p{Ll}+ск(?:ая|ий|ое|ие) \\p{L}+");

    /** "the guardian": texts end with an article and another word, too, as "la rédaction". */
    private static final Pattern PAPER_WITH_ARTICLE =
            Pattern.compile("the (?:guardian|times|independent|economist|telegraph|observer|atlantic|intercept)"
                    + "|le (?:monde|figaro|parisien|devoir)|la (?:croix|dépêche)|les echos"
                    + "|el (?:país|mundo|universal|clarín|periódico)|la (?:vanguardia|jornada)"
                    + "|il (?:giornale|messaggero|manifesto|foglio)|la (?:repubblica|stampa)");

    /** "عين على المدينة": names with a word that sentences have. Few nouns, as عاد and عثر are verbs in the same place. */
    private static final Pattern VIEW = Pattern.compile("(?:عين|عيون|نافذة|نوافذ|إطلالة|أضواء|شرفة) على ال\\p{L}+");

    private static final Set<String> JOINING_WORDS = words("of de du la le and et al");

    private Signature() {}

    /** The source that the line names, without decoration; null when it is no signature. */
    static @Nullable String of(String line, String previous, Predicate<String> isKnownSource) {
        if (line.length() > 2 * LONGEST_KNOWN) {
            return null;
        }
        String bare = undecorate(line);
        String name = LABEL.matcher(bare).lookingAt() ? undecorate(afterLabel(bare)) : bare;
        if (name.codePoints().noneMatch(Character::isLetter)) {
            return null;
        }
        if (name.length() <= LONGEST_KNOWN && isKnownSource.test(name)) {
            return name;
        }
        if (!name.equals(bare)) {
            // An address is where the text is from, not what its source is called.
            return name.length() <= LONGEST_LABELLED && !name.contains("://") ? name : null;
        }
        String writer = WithAgencies.writer(name);
        if (writer != null && Lines.endsSentence(previous)) {
            return isName(writer) ? writer : null;
        }
        // After a line that begins with a dash or bullet the last one is an item of the same list.
        boolean decorated = !bare.equals(line) && DASHES.indexOf(previous.charAt(0)) < 0;
        boolean setApart = decorated || Lines.endsSentence(previous) || previous.length() > LONGEST_LABELLED;
        return setApart && looksLikeNames(name, decorated) ? name : null;
    }

    /**
     * The source that the first line names: one that is known, labelled or in brackets, or a medium by its words. A word
     * alone is more often a title there.
     */
    static @Nullable String ofFirst(String line, Predicate<String> isKnownSource) {
        String bare = undecorate(line);
        String name = of(line, ".", isKnownSource);
        if (name == null) {
            return null;
        }
        boolean medium =
                SPACES.splitAsStream(name).anyMatch(word -> MEDIA_WORDS.contains(word.toLowerCase(Locale.ROOT)));
        return isKnownSource.test(name) || !bare.equals(line) || !name.equals(bare) || medium ? name : null;
    }

    /**
     * The source that a last line is taken for where nothing else names one: after the end of a sentence a few words that
     * are no sentence, no date and nothing else that is known to end texts. It may be a person's name; what was concluded
     * so needs to be said.
     */
    static @Nullable String assumed(String line, String previous) {
        if (line.length() > LONGEST_KNOWN || !Lines.endsSentence(previous) || DASHES.indexOf(previous.charAt(0)) >= 0) {
            return null;
        }
        String name = undecorate(line);
        String[] words = SPACES.split(name, -1);
        if (name.codePointCount(0, name.length()) > LONGEST
                || words.length > MOST_ASSUMED_WORDS
                || SENTENCE_MARK.matcher(name).find()
                || LABEL.matcher(name).lookingAt()
                || EDITORS.matcher(name).matches()
                || Bylines.isByline(line)
                || CREDITS.contains(words[0].toLowerCase(Locale.ROOT))
                || name.codePoints().filter(Character::isLetter).count() < 2) {
            return null;
        }
        if (VIEW.matcher(name).matches()) {
            return name;
        }
        boolean small = isNameInSmallLetters(name, words);
        for (int i = 0; i < words.length; i++) {
            String lower = words[i].toLowerCase(Locale.ROOT);
            boolean number = !words[i].isEmpty() && Character.isDigit(words[i].codePointAt(0));
            // "France 24" has its number at the end, days of months rather before.
            if (words[i].isEmpty()
                    || !(small || isNameWord(words[i]))
                    || (number && (i == 0 || i < words.length - 1))
                    || NO_NAMES.contains(lower)
                    || SENTENCE_WORDS.contains(lower)) {
                return null;
            }
        }
        return name;
    }

    /** Whether words that begin with small letters may be a name all the same, as sentences look like that, too. */
    private static boolean isNameInSmallLetters(String name, String[] words) {
        if (!name.codePoints()
                .allMatch(c -> Character.isLetter(c) || Character.isSpaceChar(c) || c == '\'' || c == '’')) {
            return false;
        }
        boolean medium = Character.isUpperCase(name.codePointAt(0))
                && Stream.of(words).anyMatch(word -> MEDIA_IN_SMALL_LETTERS.contains(word.toLowerCase(Locale.ROOT)));
        return medium
                || RUSSIAN_NAME.matcher(name).matches()
                || PAPER_WITH_ARTICLE.matcher(name).matches();
    }

    /** Whether a text looks like the name of a source and of nothing else that ends or begins texts. */
    static boolean isName(String text) {
        return looksLikeNames(text, true);
    }

    private static String afterLabel(String line) {
        return LABEL.matcher(line).replaceFirst("");
    }

    /** Without brackets, quotes, dashes and marks around it; a full stop goes with brackets only. */
    private static String undecorate(String line) {
        String name = line;
        String before;
        do {
            before = name;
            name = Lines.strip(name);
            if (name.length() > 2 && DASHES.indexOf(name.charAt(0)) >= 0) {
                name = name.substring(1);
            } else if (name.length() > 2 && DASHES.indexOf(name.charAt(name.length() - 1)) >= 0) {
                name = name.substring(0, name.length() - 1);
            } else if (name.endsWith(").") || name.endsWith("].")) {
                name = name.substring(0, name.length() - 1);
            } else if (isEnclosed(name)) {
                name = name.substring(1, name.length() - 1);
            }
        } while (!name.equals(before));
        return name;
    }

    private static boolean isEnclosed(String name) {
        if (name.length() < 3) {
            return false;
        }
        int pair = "([«\"“{<".indexOf(name.charAt(0));
        return pair >= 0 && name.charAt(name.length() - 1) == ")]»\"”}>".charAt(pair);
    }

    private static boolean looksLikeNames(String name, boolean decorated) {
        String joined = DOTTED.matcher(name).replaceAll(match -> match.group().replaceAll("[.\\s]", ""));
        if (joined.codePointCount(0, joined.length()) > LONGEST
                || SENTENCE_MARK.matcher(joined).find()) {
            return false;
        }
        if (Character.isDigit(joined.codePointAt(0)) || SPACES.split(joined, -1).length > MOST_WORDS + 1) {
            return false;
        }
        if (EDITORS.matcher(joined).matches()) {
            return false;
        }
        for (String part : BETWEEN.split(joined, -1)) {
            // Letters with dots between them are an agency's.
            if (!looksLikeOneName(part, decorated || !joined.equals(name))) {
                return false;
            }
        }
        return true;
    }

    private static boolean looksLikeOneName(String part, boolean decorated) {
        String[] words = SPACES.split(part.strip(), -1);
        if (words.length > MOST_WORDS || words[0].isEmpty() || CREDITS.contains(words[0].toLowerCase(Locale.ROOT))) {
            return false;
        }
        boolean initials = true;
        boolean medium = false;
        for (String word : words) {
            String lower = word.toLowerCase(Locale.ROOT);
            if ((words.length == 1 && NO_NAMES.contains(lower)) || !isNameWord(word)) {
                return false;
            }
            initials &= word.length() == 1;
            medium |= MEDIA_WORDS.contains(lower);
        }
        if (words.length == 1) {
            // One word may be the last of the text as well, unless it is known for a medium's.
            return words[0].length() > 1 && (decorated || medium || isMedium(words[0]));
        }
        // Several undecorated ones are as likely to be text or an author.
        int most = medium ? MOST_WORDS : MOST_WORDS_OF_A_PART;
        return initials || ((medium || decorated) && words.length <= most);
    }

    private static boolean isMedium(String word) {
        boolean abbreviation = word.length() <= 5 && word.chars().allMatch(Character::isUpperCase);
        return abbreviation || Dateline.isAgency(word) || MEDIUM.matcher(word).find();
    }

    /** A word in letters; a capital begins it where the script has capitals, joining words apart. */
    private static boolean isNameWord(String word) {
        int first = word.codePointAt(0);
        int letters = (int) word.codePoints().filter(Character::isLetter).count();
        if (letters == 0) {
            // "France 24": a channel's number, not a year or a date.
            return word.length() <= 2 && word.chars().allMatch(Character::isDigit);
        }
        return !Character.isLowerCase(first) || JOINING_WORDS.contains(word);
    }

    private static Set<String> words(String separatedBySpace) {
        return Set.of(SPACES.split(separatedBySpace, -1));
    }
}
