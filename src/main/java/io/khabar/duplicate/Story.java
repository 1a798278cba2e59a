package io.khabar.duplicate;

import java.util.UUID;

/**
 * An article, as far as duplicates go.
 *
 * @param seniority when it was there
 * @param fingerprint what its text is compared by
 */
record Story(Seniority seniority, Fingerprint fingerprint) {

    UUID id() {
        return seniority.id();
    }

    boolean isBefore(Story other) {
        return seniority.isBefore(other.seniority);
    }

    /** Whether they are found to be copies: their bands meet, and their texts are alike. */
    boolean isCopyOf(Story other) {
        return fingerprint.meets(other.fingerprint) && fingerprint.isLike(other.fingerprint);
    }
}
