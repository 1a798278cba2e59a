package io.khabar.source;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a publisher is. */
public enum SourceKind {
    AGENCY,
    NEWSPAPER,
    BROADCASTER,
    MAGAZINE,
    WEBSITE,
    GOVERNMENT,
    OTHER;

    /** As clients and the database see it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
