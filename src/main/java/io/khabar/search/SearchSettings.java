package io.khabar.search;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the search index is, and how it ranks. */
@ConfigMapping(prefix = "khabar.search")
public interface SearchSettings {

    /** What keeps the index. */
    enum Backend {
        /** Lucene in the process, each with an index of its own. */
        LUCENE,
        /** An OpenSearch that all processes share. */
        OPENSEARCH
    }

    /** What keeps the index: {@code lucene}, in the process and in {@link #dir}; or {@code opensearch}, elsewhere. */
    @io.smallrye.config.WithDefault("lucene")
    Backend backend();

    /**
     * The folder of the index, made if missing. Each process needs its own. It holds nothing that the database has not:
     * without it the index is built anew at the start.
     */
    Path dir();

    /**
     * How strongly recent articles are pulled up where the best hits come first: what is added to the score of an article
     * of this moment, half of it for one of a month ago. A rare word in a title counts about 30, a common one in a body
     * less than 1. 0 switches it off.
     */
    @io.smallrye.config.WithDefault("0.5")
    float recency();
}
