package io.khabar.change;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How changes are kept and sent. */
@ConfigMapping(prefix = "khabar.changes")
interface ChangeSettings {

    /** How long entries are kept at least. Who follows more rarely has to read everything again. */
    @WithDefault("90D")
    Duration retention();

    /** How often a comment is sent on a stream of events. Proxies and the service close connections that are silent. */
    @WithDefault("15S")
    Duration heartbeat();

    /**
     * How often the log is looked at while somebody follows it and nothing was announced. Writes of the service are
     * announced at once; this is for writes that pass by it, and for announcements that were lost with their process.
     */
    @WithDefault("1S")
    Duration poll();

    /** Streams of events that are open at one time, at most; further ones are answered 503. */
    @WithDefault("5000")
    int maxStreams();
}
