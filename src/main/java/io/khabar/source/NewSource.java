package io.khabar.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.khabar.http.Stripped;
import io.khabar.http.WebAddress;
import io.khabar.language.LanguageTag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A source as clients write it: to create it, to replace it, and, all optional, to patch it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A source as it is created or replaced.")
public record NewSource(
        @Schema(description = "Made by the client, to move data between services; one is made if absent.") @Nullable UUID id,

        @Schema(
                description = "Short unique name for addresses and filters; not shaped like a UUID.",
                examples = "syria-news")
        @NotNull @Pattern(regexp = KEY, message = KEY_IN_WORDS) String key,

        @Schema(description = "Name as readers know it.", examples = "سيريانيوز")
        @NotNull @Size(min = 1, max = 200) @Stripped
        String name,

        @Schema(
                description =
                        "Other names under which the source signs; unique together with keys. One that says nothing new (case, accents and"
                                + " punctuation do not count) beside the key and those before it is left out.")
        @Nullable @Size(max = 50) List<@Size(min = 1, max = 200) @Stripped String> aliases,

        @Schema(description = "Its front page.") @Nullable WebAddress homepage,

        @Schema(description = "Where it is based: ISO 3166-1 alpha-2.") @Nullable Country country,

        @Schema(description = "Languages it publishes in: BCP 47.") @Nullable @Size(max = 50) List<LanguageTag> languages,

        @Schema(description = "What it is.") @Nullable SourceKind kind,

        @Schema(description = "IANA time zone in which its days begin.") @Nullable TimeZoneName timeZone,

        @Schema(description = "About it, plain text.") @Nullable @Size(min = 1, max = 2000) @Stripped
        String description) {

    /** What a key looks like; the look-ahead keeps it apart from ids. */
    static final String KEY =
            "^(?![0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$)[a-z0-9][a-z0-9-]{0,62}$";

    private static final String KEY_IN_WORDS =
            "must be 1 to 63 small Latin letters, digits and hyphens, no hyphen first, and not look like an id (a UUID)";

    private static final java.util.regex.Pattern KEYS = java.util.regex.Pattern.compile(KEY);

    /** Whether a text could be a key. */
    static boolean isKey(String text) {
        return KEYS.matcher(text).matches();
    }
}
