package io.khabar.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.khabar.http.Stripped;
import io.khabar.http.WebAddress;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The picture of an article; the bytes stay where they are. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The picture of an article. Only its address is kept, not the picture.")
public record Image(
        @NotNull WebAddress url,

        @Schema(description = "What it shows, for those who do not see it.")
        @Nullable @Size(min = 1, max = 2000) @Stripped
        String alt,

        @Nullable @Size(min = 1, max = 2000) @Stripped String caption,

        @Schema(description = "Who made it.") @Nullable @Size(min = 1, max = 200) @Stripped
        String credit,

        @Schema(description = "In pixels.") @Nullable @Min(1) @Max(1_000_000) Integer width,

        @Schema(description = "In pixels.") @Nullable @Min(1) @Max(1_000_000) Integer height) {}
