package io.khabar.search;

import java.nio.file.Path;

/** Further engines, as if of other processes. */
public final class Engines {

    private Engines() {}

    /** Indexes in a folder, as another process has them. */
    public static IndexStore folder(Path folder) {
        return new LuceneStore(folder);
    }

    /** One with a store of its own. */
    public static SearchEngine of(SearchSettings settings, IndexStore store) {
        return new SearchEngine(settings, store);
    }
}
