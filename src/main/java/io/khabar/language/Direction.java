package io.khabar.language;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** The direction in which a text is to be laid out, told from its characters. */
public enum Direction {
    LTR("ltr"),
    RTL("rtl");

    /** Above this share of one kind the first strong character is not asked. */
    private static final double CLEAR_SHARE = 0.6;

    /** The letters of Arabic, hamza to yeh. */
    private static final int FIRST_ARABIC = 0x621;

    private static final int LAST_ARABIC = 0x64A;

    private final String word;

    Direction(String word) {
        this.word = word;
    }

    /** As written in the API and in HTML's {@code dir}: {@code ltr} or {@code rtl}. */
    @JsonValue
    public String word() {
        return word;
    }

    /**
     * The direction of a text by its strong characters (Unicode Standard Annex 9). What fills more than 60 % of them
     * wins, so an Arabic headline that begins with a Latin name or a number is still {@code RTL}; where neither does, the
     * first strong character decides (rules P2 and P3 of the annex).
     *
     * @return null when there is no strong character: nothing but digits, punctuation and spaces
     */
    public static @Nullable Direction of(String text) {
        Direction first = null;
        int rightToLeft = 0;
        int strong = 0;
        for (int i = 0, cp; i < text.length(); i += Character.charCount(cp)) {
            cp = text.codePointAt(i);
            Direction one = strong(cp);
            if (one == null) {
                continue;
            }
            first = first == null ? one : first;
            strong++;
            rightToLeft += one == RTL ? 1 : 0;
        }
        if (rightToLeft > strong * CLEAR_SHARE) {
            return RTL;
        }
        return strong - rightToLeft > strong * CLEAR_SHARE ? LTR : first;
    }

    private static @Nullable Direction strong(int codePoint) {
        // Nearly all of an Arabic or an English text, told without asking a table.
        if (codePoint >= FIRST_ARABIC && codePoint <= LAST_ARABIC) {
            return RTL;
        }
        if (codePoint < 'A') {
            return null;
        }
        if (codePoint <= 'z') {
            return codePoint <= 'Z' || codePoint >= 'a' ? LTR : null;
        }
        // Marks such as U+200E are strong for layout but say nothing about the language of the text.
        if (Character.getType(codePoint) == Character.FORMAT) {
            return null;
        }
        return switch (Character.getDirectionality(codePoint)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> LTR;
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> RTL;
            default -> null;
        };
    }
}
