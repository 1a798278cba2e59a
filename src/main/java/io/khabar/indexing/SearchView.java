package io.khabar.indexing;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the search index is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Search", description = "How the search index of the answering process is.")
record SearchView(
        @Schema(
                required = true,
                description = "What keeps the index.",
                examples = "lucene",
                enumeration = {"lucene", "opensearch"})
        String backend,

        @Schema(
                required = true,
                description =
                        "Whether searches are answered, the index is being built, or the search engine does not answer.",
                enumeration = {"ready", "rebuilding", "unavailable"})
        String state,

        @Schema(required = true, description = "Articles in the index.", minimum = "0")
        long documents,

        @Schema(
                required = true,
                description =
                        "How long the oldest change that is not in the index yet has been waiting; 0 where there is"
                                + " none.",
                minimum = "0")
        long lagMilliseconds,

        @Schema(description = "Only while an index is being built: the first one, or one that will take over.")
        @Nullable Rebuild rebuild) {

    /** How far the building of an index is. */
    @Schema(name = "SearchRebuild", description = "How far the building of an index is.")
    record Rebuild(
            @Schema(required = true, description = "Articles in it.", minimum = "0")
            long articles,

            @Schema(required = true, description = "About how many there will be.", minimum = "0")
            long of) {}
}
