package io.khabar.indexing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the search index is. */
@Schema(name = "Search", description = "How the search index of the answering process is.")
record SearchView(
        @Schema(required = true, description = "What keeps the index.", examples = "lucene")
        String backend,

        @Schema(
                required = true,
                description = "Whether searches are answered, or the index is being built.",
                enumeration = {"ready", "rebuilding"})
        String state,

        @Schema(required = true, description = "Articles in the index.", minimum = "0")
        long documents,

        @Schema(
                required = true,
                description =
                        "How long the oldest change that is not in the index yet has been waiting; 0 where there is"
                                + " none.",
                minimum = "0")
        long lagMilliseconds) {}
