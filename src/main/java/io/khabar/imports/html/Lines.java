package io.khabar.imports.html;

import io.khabar.imports.draft.StatedDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Lines that are found amid the paragraphs of articles and are none of them: pointers, labels, credits, days. */
final class Lines {
    /** Longer lines say something of their own, whatever words they begin with. */
    private static final int LONGEST_POINTER = 40;

    private static final int LONGEST_LABEL = 120;
    private static final int LONGEST_DAY = 80;

    private static final String SENTENCE_ENDS = ".!?؟۔。";

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** Words with which lines lead elsewhere. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "^(?:اقر[أا]|إقرأ|للمزيد|المزيد|شاهد|طالع|مواضيع ذات|أخبار ذات|ذات صلة|تابعوا|تابعونا|شارك|read"
                    + " (?:more|also|next)|related|see also|also read|more on|share (?:this|on)|follow us|sign"
                    + " up|subscribe|advertisement|lire aussi|[àa] lire(?: aussi)?|voir aussi|partager|читайте|смотрите"
                    + " также|поделиться|بیشتر بخوانید|همچنین بخوانید|mehr zum thema|lesen sie|lee también|leer más|leia"
                    + " também|ayrıca|story continues)(?![\\p{L}])",
            FLAGS);

    /** Lines that are whole labels of what was there in the page. */
    private static final Set<String> LABELS = Set.of(
            "photo",
            "image",
            "video",
            "enlarge",
            "enlarge image",
            "enlarge this image",
            "[+] enlarge",
            "click to enlarge",
            "advertisement",
            "ad",
            "skip advertisement",
            "إعلان",
            "إعلانات",
            "اعلان",
            "صورة",
            "publicité",
            "publicidad",
            "publicidade",
            "anzeige",
            "werbung",
            "реклама",
            "reklam",
            "continue reading",
            "continue reading the main story",
            "story continues",
            "story continues below",
            "story continues below advertisement",
            "article continues below",
            "article continues below advertisement",
            "loading",
            "play video",
            "watch live",
            "listen",
            "more commentary",
            "see more",
            "show more");

    private static final int LONGEST_WHOLE_LABEL = 50;
    private static final Pattern LABEL_END = Pattern.compile("[\\s:.…»›]{1,5}$");

    /** What stands in JSON-LD where the page has a picture, "[Image: A ship. https://…]". */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\[(?:image|photo|video|embed|media|gallery)\\b[^\\]]{0,1000}\\]", FLAGS);

    /** What every credit has. */
    private static final Pattern CREDIT_MARK = Pattern.compile("[/©(:：|]|^(?:photo|image|getty|crédit)", FLAGS);

    private static final String AGENCIES =
            "AP|AP Photo|AFP|Reuters|Getty(?: Images)?|EPA(?:-EFE)?|dpa|Shutterstock|Anadolu|Bloomberg|"
                    + "رويترز|أ ?ف ?ب|فرانس برس|الأناضول|غيتي";

    /** Who made a picture. */
    private static final Pattern CREDIT = Pattern.compile(
            "(?:(?:photos?|photograph|images?|picture|video|foto|bild|фото|صورة|الصورة|تصوير|عکس)(?: (?:credits?|by|courtesy(?: of)?))?"
                    + "\\s?[:：/|©].{2,100}"
                    + "|(?:crédits? photo|photo by|photograph by|image credit|getty images|© ).{0,100}"
                    + "|.{0,60}[/©(]\\s?(?:" + AGENCIES + ")(?:[/ ].{0,40})?\\)?)",
            FLAGS);

    /** Rights and other things that sites say at the end of each page. An article may speak of such rights, too. */
    private static final Pattern SMALL_PRINT = Pattern.compile(
            "^(?:©|\\(c\\) ?\\d|copyright\\b(?:.{0,15}(?:©|\\(c\\)|(?:19|20)\\d\\d)|[^.]{0,40}$|.{0,200}\\breserved\\b)"
                    + "|all rights reserved|(?:جميع|كافة|كل) الحقوق محفوظ|حقوق (?:النشر|الطبع)(?:.{0,20}(?:محفوظ|©|\\d{4})|.{0,15}$)"
                    + "|tous droits (?:réservés|de)|alle rechte vorbehalten|все права (?:защищены|сохранены|на)"
                    + "|todos los derechos reservados)"
                    + "|javascript (?:must be|is|to be) |adobe flash|comments powered by"
                    + "|^\\d+ (?:comments?|réactions?|commentaires?|تعليق|تعليقات)\\P{L}*$",
            FLAGS);

    /** What stands before the day on which something was published. */
    private static final Pattern DAY_LABEL = Pattern.compile(
            "^[|•· –—-]*(?:(?:first |last |date )?(?:published|updated|posted|modified|created)|publié|mis à jour|modifié|"
                    + "veröffentlicht|aktualisiert|stand|publicado|actualizado|atualizado|опубликовано|обновлено|نشر(?:ت)?(?: في)?|"
                    + "تاريخ النشر|آخر تحديث|تم النشر|أضيف|منتشر شده|date)(?: on| at| le| am| el| em| بتاريخ)?\\s?[:：]?\\s?",
            FLAGS);

    private static final Pattern PARTS = Pattern.compile("\\s?[|•·]\\s?|\\s[–—]\\s");

    /** Fewer words, of which the day has three or four, say nothing of it. */
    private static final int FEWEST_WORDS = 6;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** What ends with a full stop beside a day and ends no sentence: halves of days, minutes, names. */
    private static final Pattern ABBREVIATED =
            Pattern.compile("(?:(?<!\\p{L})(?:[ap]\\.\\s?m|min|mins|hrs|jr|sr|est|[صم])|uhr|\\.\\p{L})\\.$", FLAGS);

    private Lines() {}

    /** Whether a line begins with words that lead elsewhere. */
    static boolean pointsElsewhere(String line) {
        return ELSEWHERE.matcher(line).lookingAt();
    }

    /** Whether a line that begins with such words is no more than that: "شارك" is "share", and "took part". */
    static boolean isPointer(String line) {
        return pointsElsewhere(line)
                && line.length() < LONGEST_POINTER
                && (line.endsWith("...") || SENTENCE_ENDS.indexOf(line.charAt(line.length() - 1)) < 0);
    }

    /** Whether a line is a label or a credit, and no paragraph wherever it stands. */
    static boolean isLabel(String line) {
        if (line.startsWith("[") && PLACEHOLDER.matcher(line).matches()) {
            return true;
        }
        return line.length() < LONGEST_LABEL
                && !line.isEmpty()
                && (isWholeLabel(line)
                        || (CREDIT_MARK.matcher(line).find()
                                && CREDIT.matcher(line).matches()
                                && !endsSentence(line)));
    }

    private static boolean isWholeLabel(String line) {
        return line.length() < LONGEST_WHOLE_LABEL
                && LABELS.contains(LABEL_END.matcher(line).replaceFirst("").toLowerCase(Locale.ROOT));
    }

    /** Whether a line at the end is what the site says below each of its articles. */
    static boolean isSmallPrint(String line) {
        return line.length() < 2 * LONGEST_LABEL && SMALL_PRINT.matcher(line).find();
    }

    /** Whether a line says when the article was published, and at most who did. */
    static boolean isDay(String line) {
        if (line.length() >= 2 * LONGEST_DAY || isSentence(line)) {
            return false;
        }
        for (String part : PARTS.split(line, -1)) {
            String day = DAY_LABEL.matcher(part).replaceFirst("").strip();
            if (day.length() > 3 && day.length() < LONGEST_DAY && StatedDate.parse(day) != null) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line that names a day tells what happened on it: "LONDON – 3 May 2021 – The harbour reopened." */
    private static boolean isSentence(String line) {
        char last = line.isEmpty() ? ' ' : line.charAt(line.length() - 1);
        return ".!?…؟۔。\"”»".indexOf(last) >= 0
                && !ABBREVIATED.matcher(line).find()
                && (last == '。' || SPACES.split(line, -1).length >= FEWEST_WORDS);
    }

    private static boolean endsSentence(String line) {
        return line.length() > LONGEST_POINTER && line.endsWith(".");
    }
}
