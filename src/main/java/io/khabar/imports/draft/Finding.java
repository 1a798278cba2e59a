package io.khabar.imports.draft;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something worth knowing about the reading of one article.
 *
 * @param code what it is, a stable word such as {@code date-unreadable}
 * @param detail what it is, for a person
 * @param field the field of the article that it is about; null where it is about the whole
 */
public record Finding(
        Stage stage,
        Level level,
        String code,
        String detail,
        @Nullable String field) {

    /** Where it was found. */
    public enum Stage {
        /** While the input was taken apart. */
        READ,
        /** While something was concluded from the text. */
        DERIVE;

        /** As clients see it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How grave it is. */
    public enum Level {
        /** Nothing is lost or in doubt. */
        INFO,
        /** Something of the input was left out or is in doubt. */
        WARNING,
        /** There is no article. */
        ERROR;

        /** As clients see it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Something of the input was left out or is in doubt. */
    public static Finding warning(String code, String detail, @Nullable String field) {
        return new Finding(Stage.READ, Level.WARNING, code, detail, field);
    }

    /** What was read makes no article. */
    public static Finding error(String code, String detail, @Nullable String field) {
        return new Finding(Stage.READ, Level.ERROR, code, detail, field);
    }

    /** How a field was come by. */
    public static Finding derived(String code, String detail, String field) {
        return new Finding(Stage.DERIVE, Level.INFO, code, detail, field);
    }
}
