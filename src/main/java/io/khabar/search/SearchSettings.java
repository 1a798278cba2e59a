package io.khabar.search;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the search index is. */
@ConfigMapping(prefix = "khabar.search")
interface SearchSettings {

    /** What keeps the index. */
    enum Backend {
        LUCENE
    }

    /** What keeps the index: {@code lucene}, in the process and in {@link #dir}. */
    @io.smallrye.config.WithDefault("lucene")
    Backend backend();

    /**
     * The folder of the index, made if missing. Each process needs its own. It holds nothing that the database has not:
     * without it the index is built anew at the start.
     */
    Path dir();
}
