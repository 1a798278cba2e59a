package io.khabar.imports.draft;

import io.khabar.http.Text;
import io.khabar.language.WordEnds;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Text without what has no place in it. Linear in its length. */
public final class PlainText {
    private static final int EXCERPT = 60;
    /** The longest lead that is derived, in code points. */
    public static final int LONGEST_LEAD = 300;

    private static final Pattern ENTITY =
            Pattern.compile("&(?:#\\d{1,7}|#[xX]\\p{XDigit}{1,6}|[A-Za-z][A-Za-z0-9]{1,30});");
    private static final Pattern PARAGRAPH = Pattern.compile("\n\n");

    private static final String LINE_ENDS_AND_TABS = "\t\n\u000B\f\r\u0085";

    private PlainText() {}

    /** On one line: white space as single spaces, none at the ends; no control characters, unpaired surrogates, marks of byte order. */
    public static String line(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return Text.strip(spaced(text));
    }

    /** The text with its entities decoded once more; an ampersand that begins none stays. */
    public static String decoded(String text) {
        return ENTITY.matcher(text)
                .replaceAll(entity -> Matcher.quoteReplacement(Parser.unescapeEntities(entity.group(), false)));
    }

    private static String spaced(String text) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), 1 << 16));
        boolean gap = false;
        for (int i = 0, cp; i < text.length(); i += Character.charCount(cp)) {
            cp = text.codePointAt(i);
            if (isSpace(cp)) {
                gap = true;
            } else if (!isForbidden(cp)) {
                if (gap && !line.isEmpty()) {
                    line.append(' ');
                }
                gap = false;
                line.appendCodePoint(cp);
            }
        }
        return line.toString();
    }

    /** The text as it is, without what cannot be stored or seen: control characters but tabs and line ends, and the like. */
    public static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints()
                .filter(cp -> LINE_ENDS_AND_TABS.indexOf(cp) >= 0 || !isForbidden(cp))
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }

    /** Paragraphs with a blank line between them: lines trimmed, blank ones together one. */
    public static String paragraphs(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int blank = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && !isLineBreak(text.charAt(i))) {
                continue;
            }
            boolean windows =
                    i > start - 1 && i > 0 && i < text.length() && text.charAt(i) == '\n' && text.charAt(i - 1) == '\r';
            String line = spaced(text.substring(start, i));
            start = i + 1;
            if (windows) {
                continue;
            }
            if (line.isEmpty()) {
                blank++;
                continue;
            }
            if (!out.isEmpty()) {
                out.append(blank > 0 ? "\n\n" : "\n");
            }
            blank = 0;
            out.append(line);
        }
        return out.toString();
    }

    /** The lead that a body gives: its first paragraph, at most 300 code points, cut at a word's end; null without a body. */
    public static @Nullable String lead(String body) {
        if (body.isEmpty()) {
            return null;
        }
        int end = body.indexOf("\n\n");
        return WordEnds.cut(line(end < 0 ? body : body.substring(0, end)), LONGEST_LEAD);
    }

    /** The paragraphs of a body. */
    public static String[] split(String body) {
        return PARAGRAPH.split(body, -1);
    }

    static String excerpt(String text) {
        return WordEnds.cut(line(text), EXCERPT);
    }

    private static boolean isLineBreak(char unit) {
        return unit == '\n' || unit == '\r' || unit == '\u0085' || unit == '\u2028' || unit == '\u2029';
    }

    private static boolean isSpace(int cp) {
        return Character.isWhitespace(cp) || Character.isSpaceChar(cp) || cp == 0x85;
    }

    private static boolean isForbidden(int cp) {
        return Character.isISOControl(cp)
                || cp == 0xFEFF
                || cp == 0xFFFE
                || cp == 0xFFFF
                || cp == 0xAD
                || (cp >= Character.MIN_SURROGATE && cp <= Character.MAX_SURROGATE);
    }
}
