package io.khabar.source;

import com.ibm.icu.text.Transliterator;
import java.util.regex.Pattern;

/** Makes the keys of sources that come without one: the name in Latin letters, as it would stand in an address. */
public final class SourceKey {
    /** The longest key that the contract allows: {@code ^[a-z0-9][a-z0-9-]{0,62}$}. */
    public static final int MAX_LENGTH = 63;

    private static final String NAMELESS = "source";
    private static final Pattern UUID_SHAPE =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    /** What transliteration leaves of hamza, ayn and soft signs, and the apostrophes of names: nothing one would type. */
    private static final Pattern SILENT = Pattern.compile("['`\"\u02B0-\u02FF\u2018\u2019\u201C\u201D\\p{M}]");

    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    private SourceKey() {}

    /**
     * A key from a name: transliterated by ICU, in lower case, words joined by hyphens, cut to 63 characters. Arabic
     * comes out as it is commonly written in Latin letters (وكالة سانا is {@code wkala-sana}); short vowels that are not
     * written in Arabic are not guessed. The result always matches {@code ^[a-z0-9][a-z0-9-]{0,62}$} and never has the
     * shape of a UUID; it is {@code source} where no letter or digit is left. It may be taken: see {@link #numbered}.
     */
    public static String slug(String name) {
        String latin = Latin.of(name);
        String joined = OTHERS.matcher(SILENT.matcher(latin).replaceAll("")).replaceAll("-");
        String key = cut(stripHyphens(joined), MAX_LENGTH);
        if (key.isEmpty()) {
            return NAMELESS;
        }
        return UUID_SHAPE.matcher(key).matches() ? NAMELESS + "-" + key : key;
    }

    /**
     * The key with a number at its end, for when the key itself is taken: {@code sana-2}. Cut so that it stays within 63
     * characters.
     *
     * @param slug a key made by {@link #slug}
     * @param n at least 1
     */
    public static String numbered(String slug, int n) {
        String suffix = "-" + n;
        return cut(slug, MAX_LENGTH - suffix.length()) + suffix;
    }

    private static String cut(String key, int length) {
        return key.length() <= length ? key : stripHyphens(key.substring(0, length));
    }

    private static String stripHyphens(String key) {
        int start = key.startsWith("-") ? 1 : 0;
        int end = key.endsWith("-") ? key.length() - 1 : key.length();
        return start < end ? key.substring(start, end) : "";
    }

    /** Loaded at first use: most keys are given, and ICU's rules take some memory. Safe for use by many threads. */
    private static final class Latin {
        /**
         * What ICU's letter-for-letter Arabic-Latin does not know: the article, ta marbuta, ayn, that و and ي are vowels
         * between consonants, letters of Kurdish and Urdu, and the English words in the names of Arab media. Everything
         * else is left to Any-Latin.
         */
        private static final String ARABIC = """
                $edge = [^[:L:][:M:]] ;
                $c = [بتثجحخدذرزسشصضطظغفقكلمنهپچژگکڤڕڵ] ;
                [\\u064B-\\u0655\\u0670\\u0640] > ;
                نيوز > news ;
                تايمز > times ;
                برس } $edge > press ;
                بوست } $edge > post ;
                $edge { رويترز > reuters ;
                $edge { اليوم } $edge > 'al-yawm' ;
                $edge { [اٱ] ل } [:L:] > 'al-' ;
                [ةۀ] > a ;
                ا { ع } $edge > ;
                ع } [اأآ] > ;
                ع > a ;
                ء > ;
                [أإآٱ] > ا ;
                ؤ > و ;
                ئ > ي ;
                ى > ا ;
                $c { وو > u ;
                $c { [يی] } ة > iy ;
                $c { [يی] } [^اوةۆ] > i ;
                $c { و } [^اييىیةێ] > u ;
                ڕ > r ;
                ڵ > l ;
                ۆ > o ;
                [ێە] > e ;
                ٹ > t ;
                ڈ > d ;
                ڑ > r ;
                ں > n ;
                ے > e ;
                [ہھ] > h ;
                """;

        private static final Transliterator FIRST =
                Transliterator.createFromRules("Arabic-Names", ARABIC, Transliterator.FORWARD);
        private static final Transliterator REST = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

        static String of(String name) {
            return REST.transliterate(FIRST.transliterate(name));
        }
    }
}
