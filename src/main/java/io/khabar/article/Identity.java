package io.khabar.article;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;

/**
 * Something that an article is known by besides its id, of any length, as a number of 256 bits. V012 computes the same in SQL.
 *
 * @param by what it is: {@link #URL}, {@link #EXTERNAL_ID} or {@link #TEXT}
 * @param hash the SHA-256 digest of that word and the value, and of the source for what is known within a source
 */
record Identity(String by, ByteBuffer hash) {

    static final String URL = "url";
    static final String EXTERNAL_ID = "externalId";
    static final String TEXT = "text";

    /** The one with a value. */
    static Identity of(String by, String value) {
        try {
            byte[] text = (by + " " + value).getBytes(StandardCharsets.UTF_8);
            return new Identity(
                    by, ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** All those of an article, what is surest in front, as {@link Known} has it. */
    static List<Identity> of(Article article) {
        return of(article, _ -> true);
    }

    /**
     * Some of those of an article.
     *
     * @param wanted of which kinds; the others take no time
     */
    static List<Identity> of(Article article, Predicate<String> wanted) {
        List<Identity> all = new ArrayList<>(3);
        if (article.urlCanonical != null && wanted.test(URL)) {
            all.add(of(URL, article.urlCanonical));
        }
        if (article.externalId != null && wanted.test(EXTERNAL_ID)) {
            all.add(of(EXTERNAL_ID, article.sourceId + " " + article.externalId));
        }
        if (article.textHash != null && wanted.test(TEXT)) {
            all.add(of(TEXT, article.sourceId + " " + HexFormat.of().formatHex(article.textHash)));
        }
        return all;
    }

    boolean is(String kind) {
        return by.equals(kind);
    }

    /** Its first 64 bits. */
    long number() {
        return hash.getLong(0);
    }

    String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    byte[] bytes() {
        byte[] bytes = new byte[hash.remaining()];
        hash.get(0, bytes);
        return bytes;
    }
}
