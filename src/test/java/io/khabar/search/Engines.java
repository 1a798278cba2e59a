package io.khabar.search;

/** Further engines, as if of other processes. */
public final class Engines {

    private Engines() {}

    /** One with a store of its own. */
    public static SearchEngine of(SearchSettings settings, IndexStore store) {
        return new SearchEngine(settings, store);
    }
}
