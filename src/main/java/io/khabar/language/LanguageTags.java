package io.khabar.language;

import com.ibm.icu.util.ULocale;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Language tags of BCP 47 (RFC 5646) in the one form in which they are stored and compared. */
public final class LanguageTags {
    /** The length that RFC 5646, section 4.4.1, recommends to make room for. */
    public static final int MAX_LENGTH = 35;

    private LanguageTags() {}

    /**
     * The canonical form of a tag: case as in {@code ar-SY} and {@code zh-Hant}, grandfathered tags and deprecated
     * languages by their successors ({@code i-klingon} becomes {@code tlh}, {@code iw} {@code he}), and a language by its
     * two-letter code where it or the macrolanguage that stands for it on the web has one ({@code deu} is {@code de},
     * {@code arb} {@code ar}, {@code cmn} {@code zh}). Script, region, variants and extensions stay as they are, and so
     * does {@code und}.
     *
     * @throws IllegalArgumentException with a sentence for the client when the tag is malformed or longer than 35
     *     characters
     */
    public static String canonical(String tag) {
        if (tag.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "must be a BCP 47 language tag of at most " + MAX_LENGTH + " characters");
        }
        // The builder reads "" as a reset, RFC 5646 has no empty tag.
        if (tag.isEmpty()) {
            throw malformed(null);
        }
        try {
            Locale.Builder builder = new Locale.Builder().setLanguageTag(tag);
            Locale locale = builder.build();
            String language = locale.getLanguage();
            // Private use (x-…) and und have no language to shorten.
            return language.isEmpty()
                    ? locale.toLanguageTag()
                    : builder.setLanguage(shortest(language)).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw malformed(e);
        }
    }

    /** The two-letter code for an ISO 639 code, by CLDR's aliases; the code itself where there is none. */
    static String shortest(String language) {
        String alias = ULocale.createCanonical(language).toLanguageTag();
        return alias.length() == 2 ? alias : language;
    }

    private static IllegalArgumentException malformed(@Nullable Throwable cause) {
        return new IllegalArgumentException("must be a BCP 47 language tag such as ar, ar-SY or zh-Hant", cause);
    }
}
