package io.khabar.imports.text;

import io.khabar.imports.draft.Bylines;
import java.util.regex.Pattern;

/** The lines before and behind a text that say who wrote, edited and translated it. */
public final class Credits {
    private static final int LONGEST = 300;

    /** Most of them at each end. */
    private static final int MOST = 3;

    private static final String BREAK = "\n\n";

    private static final String WORK = "(?:additional )?(?:reporting|writing|editing|research)";
    private static final String ARABIC_WORK = "(?:إعداد|اعداد|تحرير|ترجمة|تغطية صحفية|شارك في التغطية|مراجعة)";

    private static final Pattern CREDIT = Pattern.compile(
            "[(\\[]?(?:" + WORK + "(?:(?:,| and) " + WORK + "){0,3}|compiled|edited|translated) by\\s.*"
                    + "|[(\\[]" + ARABIC_WORK + "[: ].*|" + ARABIC_WORK + "\\s?:.*"
                    + "|.* contributed to this (?:report|story|article)\\.?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Credits() {}

    /** A text without its first and last paragraphs that are credits. */
    public static String without(String text) {
        int start = 0;
        int end = text.length();
        for (int i = 0; i < MOST; i++) {
            int stop = text.indexOf(BREAK, start);
            if (stop < 0 || stop >= end || !isCredit(text, start, stop)) {
                break;
            }
            start = stop + BREAK.length();
        }
        for (int i = 0; i < MOST; i++) {
            int stop = text.lastIndexOf(BREAK, end - 1);
            if (stop < start || !isCredit(text, stop + BREAK.length(), end)) {
                break;
            }
            end = stop;
        }
        return text.substring(start, end);
    }

    private static boolean isCredit(String text, int start, int end) {
        if (end - start > LONGEST) {
            return false;
        }
        String paragraph = text.substring(start, end);
        return CREDIT.matcher(paragraph).matches() || Bylines.isByline(paragraph);
    }
}
