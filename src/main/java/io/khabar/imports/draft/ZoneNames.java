package io.khabar.imports.draft;

import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The offsets of zones that are written as letters. Only names that mean one offset in news are known: BST, IST and AST
 * stand for several, and a wrong hour is worse than none.
 */
final class ZoneNames {
    private static final Map<String, Integer> MINUTES = Map.ofEntries(
            Map.entry("Z", 0),
            Map.entry("UT", 0),
            Map.entry("UTC", 0),
            Map.entry("GMT", 0),
            Map.entry("WET", 0),
            Map.entry("WEST", 60),
            Map.entry("CET", 60),
            Map.entry("MEZ", 60),
            Map.entry("CEST", 120),
            Map.entry("MESZ", 120),
            Map.entry("EET", 120),
            Map.entry("EEST", 180),
            Map.entry("MSK", 180),
            Map.entry("EST", -300),
            Map.entry("EDT", -240),
            Map.entry("CST", -360),
            Map.entry("CDT", -300),
            Map.entry("MST", -420),
            Map.entry("MDT", -360),
            Map.entry("PST", -480),
            Map.entry("PDT", -420),
            Map.entry("JST", 540),
            Map.entry("KST", 540),
            Map.entry("PKT", 300),
            Map.entry("AEST", 600),
            Map.entry("AEDT", 660));

    private ZoneNames() {}

    /** The offset that the letters stand for; null where they stand for none or several. */
    static @Nullable ZoneOffset offset(String letters) {
        Integer minutes = MINUTES.get(letters);
        return minutes == null ? null : ZoneOffset.ofTotalSeconds(minutes * 60);
    }
}
