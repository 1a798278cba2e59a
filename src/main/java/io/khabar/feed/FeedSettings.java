package io.khabar.feed;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How feeds are fetched. */
@ConfigMapping(prefix = "khabar.feeds")
interface FeedSettings {

    /** Whether this process fetches what is due. Feeds can be kept, and fetched by hand, where it does not. */
    @WithDefault("true")
    boolean enabled();

    /** How often it is looked for feeds that are due. */
    @WithDefault("15S")
    Duration poll();

    /** Feeds that this process fetches at one time, besides those that somebody asks for. */
    @WithDefault("4")
    int concurrency();

    /** How long a server may take to accept a connection. */
    @WithDefault("10S")
    Duration connectTimeout();

    /** How long a fetch may take until all is read, redirects included. */
    @WithDefault("60S")
    Duration timeout();

    /** Largest feed, as it is sent and unpacked; more than 32M is never read. */
    @WithDefault("8M")
    MemorySize maxSize();

    /**
     * Whether addresses may be asked that are not on the public internet: of this machine, of private networks, of a
     * cloud's metadata. Who may write feeds could then look at what is there.
     */
    @WithDefault("false")
    boolean allowPrivate();

    /**
     * How long it is remembered that an article was deleted, after the last time that a followed feed listed it: until then
     * no feed brings it back.
     */
    @WithDefault("365D")
    Duration deletionRetention();
}
