package io.khabar.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.khabar.article.Arrived;
import io.khabar.article.Arriving;
import io.khabar.article.ArticleView;
import io.khabar.http.Fault;
import io.khabar.http.ProblemException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of an import.
 *
 * @param items what became of each article of the input, in its order
 */
@Schema(description = "What became of an import.")
public record ImportReport(
        @Schema(required = true, description = "In the order of the input.")
        List<Item> items,

        @Schema(required = true) Totals totals) {

    /** Of an input without articles. */
    public static final ImportReport EMPTY = new ImportReport(List.of(), Totals.of(Map.of()));

    /** What became of one article. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ImportItem", description = "What became of one article of the input.")
    public record Item(
            @Schema(required = true, description = "Place in the input, from 0.", minimum = "0")
            long index,

            @Schema(required = true) Arrived.Outcome outcome,

            @Schema(
                    description =
                            "The article that is stored, or with `dryRun` would be. Whole with `dryRun` and for one raw text;"
                                    + " else `id` and `title`. Absent if there is none.")
            @Nullable ArticleView article,

            @Schema(required = true, description = "What is worth knowing about the reading; why it was rejected.")
            List<Finding> findings) {}

    /** How many articles there were, and what became of them. */
    @Schema(name = "ImportTotals", description = "How many articles the input had, and what became of them.")
    public record Totals(
            @Schema(required = true, minimum = "0") long items,
            @Schema(required = true, minimum = "0") long created,
            @Schema(required = true, minimum = "0") long updated,
            @Schema(required = true, minimum = "0") long unchanged,
            @Schema(required = true, minimum = "0") long exists,
            @Schema(required = true, minimum = "0") long rejected) {

        static Totals of(Map<Arrived.Outcome, Long> counts) {
            Map<Arrived.Outcome, Long> all = new EnumMap<>(Arrived.Outcome.class);
            for (Arrived.Outcome outcome : Arrived.Outcome.values()) {
                all.put(outcome, counts.getOrDefault(outcome, 0L));
            }
            return new Totals(
                    all.values().stream().mapToLong(Long::longValue).sum(),
                    all.getOrDefault(Arrived.Outcome.CREATED, 0L),
                    all.getOrDefault(Arrived.Outcome.UPDATED, 0L),
                    all.getOrDefault(Arrived.Outcome.UNCHANGED, 0L),
                    all.getOrDefault(Arrived.Outcome.EXISTS, 0L),
                    all.getOrDefault(Arrived.Outcome.REJECTED, 0L));
        }
    }

    /** Something worth knowing about the reading of one article. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ImportFinding", description = "Something worth knowing about the reading of one article.")
    public record Finding(
            @Schema(
                    required = true,
                    description = "Where it was found.",
                    enumeration = {"read", "derive", "store"})
            String stage,

            @Schema(
                    required = true,
                    description = "How grave it is.",
                    enumeration = {"info", "warning", "error"})
            String level,

            @Schema(required = true, description = "What it is, a stable word.", examples = "source-unknown")
            String code,

            @Schema(required = true, description = "What it is, for a person.")
            String detail,

            @Schema(description = "The field that it is about, with slashes into nested ones.", examples = "source")
            @Nullable String field) {

        static Finding error(String stage, String code, String detail, @Nullable String field) {
            return new Finding(stage, "error", code, detail, field);
        }

        static Finding warning(String stage, String code, String detail, @Nullable String field) {
            return new Finding(stage, "warning", code, detail, field);
        }

        static Finding info(String stage, String code, String detail, @Nullable String field) {
            return new Finding(stage, "info", code, detail, field);
        }

        /** What is worth knowing of what was derived of an article. */
        static List<Finding> derived(Arriving arriving) {
            List<Finding> findings = new ArrayList<>();
            if (arriving.language() == null) {
                findings.add(info(
                        "derive",
                        "language-unknown",
                        "The text has too few letters to tell its language, or those of several.",
                        "language"));
            }
            if (arriving.datesLeftOut() > 0) {
                findings.add(warning(
                        "derive",
                        "too-many",
                        "The text speaks of " + (Arriving.MOST_DATES + arriving.datesLeftOut())
                                + " dates, of which the first " + Arriving.MOST_DATES + " are derived.",
                        "dates"));
            }
            return findings;
        }

        /** Each fault of a problem, or the problem itself where it names none. */
        static List<Finding> errors(String stage, ProblemException problem) {
            if (problem.faults().isEmpty()) {
                return List.of(error(stage, problem.code().code(), problem.detail(), null));
            }
            return problem.faults().stream().map(fault -> error(stage, fault)).toList();
        }

        private static Finding error(String stage, Fault fault) {
            String pointer = fault.pointer() == null ? "" : fault.pointer();
            String field = pointer.isEmpty() ? null : pointer.substring(1);
            return error(
                    stage,
                    fault.code(),
                    (field == null ? "The item" : "`" + field + "`") + " " + fault.detail() + ".",
                    field);
        }
    }
}
