package io.khabar.article;

import com.fasterxml.jackson.annotation.JsonValue;
import io.khabar.http.ProblemException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of an article that an import brought.
 *
 * @param id the article that is stored; null where none is
 * @param sourceId the source that it has, where it was written
 * @param by how it was known where it was stored before: {@code id}, {@code url}, {@code externalId} or {@code text}
 * @param view the whole article, where that was asked for
 * @param problem why it was rejected
 * @param deletedAt when it was deleted, where that is why it was rejected
 */
public record Arrived(
        Outcome outcome,
        @Nullable UUID id,
        @Nullable UUID sourceId,
        @Nullable String by,
        @Nullable ArticleView view,
        @Nullable ProblemException problem,
        @Nullable Instant deletedAt) {

    /** What can become of an article. */
    @Schema(name = "ImportOutcome", description = "What became of an article of the input.")
    public enum Outcome {
        /** It is stored now. */
        CREATED,
        /** It was stored before and has changed. */
        UPDATED,
        /** It was stored before, just as it is here. */
        UNCHANGED,
        /** It was stored before; nothing was changed. */
        EXISTS,
        /** It was not stored; the findings say why. */
        REJECTED;

        /** As clients see it. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One that was not deleted. */
    Arrived(
            Outcome outcome,
            @Nullable UUID id,
            @Nullable UUID sourceId,
            @Nullable String by,
            @Nullable ArticleView view,
            @Nullable ProblemException problem) {
        this(outcome, id, sourceId, by, view, problem, null);
    }

    /** One that was found faulty before. */
    public static final Arrived REJECTED = new Arrived(Outcome.REJECTED, null, null, null, null, null);

    static Arrived rejected(ProblemException why) {
        return new Arrived(Outcome.REJECTED, null, null, null, null, why);
    }

    static Arrived deleted(String by, Instant at) {
        return new Arrived(Outcome.REJECTED, null, null, by, null, null, at);
    }

    Arrived with(@Nullable ArticleView whole) {
        return new Arrived(outcome, id, sourceId, by, whole, problem, deletedAt);
    }
}
