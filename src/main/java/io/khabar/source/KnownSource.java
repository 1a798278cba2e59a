package io.khabar.source;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * What an article needs to know of its source.
 *
 * @param zone where its days begin; UTC unless the source says another
 */
public record KnownSource(UUID id, ZoneId zone) {

    /** The name of its zone, as articles show it. */
    public String zoneName() {
        return zone instanceof ZoneOffset ? "UTC" : zone.getId();
    }
}
