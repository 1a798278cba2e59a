package io.khabar.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.khabar.http.Stripped;
import io.khabar.http.WebAddress;
import io.khabar.language.LanguageTag;
import io.khabar.source.SourceReference;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A feed as clients write it: to follow it, to replace what is said of it, and, all optional, to patch it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A feed as it is created or replaced.")
public record NewFeed(
        @Schema(description = "Made by the client, to move data between services; one is made if absent.") @Nullable UUID id,

        @Schema(description = "Where it is: RSS, RDF, Atom or JSON Feed. Unique in its canonical form.") @NotNull WebAddress url,

        @Schema(
                ref = "SourceReference",
                description = "Who publishes it, by key or id; if absent its title and page say that, as in imports.")
        @Nullable SourceReference source,

        @Schema(description = "Language of its articles (BCP 47); it beats what is derived from their text.") @Nullable LanguageTag language,

        @Schema(description = "Section of its articles.", examples = "محليات")
        @Nullable @Size(min = 1, max = 100) @Stripped
        String section,

        @Schema(
                description =
                        "Minutes from one fetch to the next. If absent they adapt, from 5 to 1440: fewer while new articles"
                                + " come.")
        @Nullable @Min(5) @Max(10_080) Integer intervalMinutes,

        @Schema(description = "Whether it is fetched when it is due.", defaultValue = "true") @Nullable Boolean enabled) {}
