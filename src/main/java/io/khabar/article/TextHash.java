package io.khabar.article;

import com.ibm.icu.text.Normalizer2;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What a text is known by where it has no other identity. */
final class TextHash {

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private TextHash() {}

    /**
     * The SHA-256 digest of a text in NFC, with each run of ASCII white space as one space and none at the ends: how
     * lines were broken does not matter. V005 computes the same in SQL.
     */
    static byte[] of(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(normalised(text).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String normalised(String text) {
        String composed = NFC.normalize(text);
        StringBuilder out = new StringBuilder(composed.length());
        boolean gap = false;
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (c == ' ' || (c >= '\t' && c <= '\r')) {
                gap = true;
                continue;
            }
            if (gap && !out.isEmpty()) {
                out.append(' ');
            }
            gap = false;
            out.append(c);
        }
        return out.toString();
    }
}
