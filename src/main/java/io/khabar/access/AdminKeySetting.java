package io.khabar.access;

/** What may be set as the key of the administrator; {@code io.khabar.ops} checks it before anything is started. */
public final class AdminKeySetting {

    /** The property; {@code KHABAR_ADMIN_KEY} sets it too. */
    public static final String NAME = "khabar.access.admin-key";

    /** What is accepted, as the rest of a sentence. It never repeats the key. */
    public static final String RULE = "must be 24 to 200 letters, digits and -._~+/=";

    private AdminKeySetting() {}

    /** Whether a key is long enough not to be guessed, and made of what a header may carry. */
    public static boolean isAcceptable(String key) {
        return ApiKey.isPossible(key);
    }
}
