package io.khabar.source;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A time zone by its name in the IANA database, such as {@code Asia/Damascus}. */
@Schema(type = SchemaType.STRING, maxLength = TimeZoneName.MAX_LENGTH, examples = "Asia/Damascus")
public record TimeZoneName(@JsonValue String value) {

    /** Longer than any name is. */
    public static final int MAX_LENGTH = 50;

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException with a message for the client
     */
    public TimeZoneName {
        zone(value);
    }

    /**
     * The zone of that name. Offsets such as {@code +03:00} are no zones: where days begin changes with the law.
     *
     * @throws IllegalArgumentException with a message for the client
     */
    public static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new IllegalArgumentException("must be a time zone of the IANA database, such as Asia/Damascus");
        }
        return ZoneId.of(name);
    }
}
