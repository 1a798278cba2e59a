package io.khabar.search.opensearch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** An OpenSearch, version 3 or newer; it needs no plugin. Looked at with {@code khabar.search.backend=opensearch} alone. */
@ConfigMapping(prefix = "khabar.search.opensearch")
interface OpenSearchSettings {

    /** The addresses of its nodes, such as {@code https://search.example.org:9200}; at least one. */
    Optional<List<URI>> url();

    /** Who asks, where it wants to know (HTTP Basic). */
    Optional<String> username();

    /** Their password; never logged. */
    Optional<String> password();

    /**
     * What the names of the indexes begin with. Services with one database have the same one; those with another database
     * need another one.
     */
    @WithDefault("khabar")
    String prefix();

    /**
     * In how many parts a new index is kept. With one the order of hits is that of the backend {@code lucene}. With more,
     * words are weighed over all parts, but phrases and beginnings of words within each: what is found and counted stays
     * the same, the order of what matches about as well may not.
     */
    @WithDefault("1")
    int shards();
}
