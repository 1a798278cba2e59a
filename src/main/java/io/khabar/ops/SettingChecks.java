package io.khabar.ops;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * Looks at each setting alone: whether it can be read, and whether it makes sense. Their mappings would find the first only,
 * when the database is there already, and take any word that is not "true" for false.
 */
final class SettingChecks {

    /** What is taken for true or false. */
    private static final Set<String> FLAGS =
            Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "t", "f", "1", "0");

    private static final String DURATIONS = "Use a duration such as 30S, 15M, 2H or 90D.";

    /** With more, nothing but the time would count. */
    private static final double MOST_RECENCY = 1_000;

    /** A kind of setting: what is said of a value that is none, and what to do. */
    private record Kind(Predicate<String> accepts, String problem, String remedy) {}

    private static final Kind FLAG = new Kind(
            value -> FLAGS.contains(value.toLowerCase(Locale.ROOT)), "is neither true nor false", "Use true or false.");
    private static final Kind SPAN = new Kind(value -> millis(value) > 0, "is no span of time", DURATIONS);
    private static final Kind SPAN_OR_NONE =
            new Kind(value -> millis(value) >= 0, "is no span of time, nor 0", DURATIONS);
    private static final Kind COUNT = new Kind(
            value -> value.matches("[0-9]{1,9}") && Integer.parseInt(value) > 0,
            "is no number of 1 or more",
            "Use a whole number.");
    private static final Kind SIZE =
            new Kind(SettingChecks::isSize, "is no size", "Use a number of bytes, or one with K, M or G behind it.");
    private static final Kind RECENCY = new Kind(
            SettingChecks::isRecency, "is no number from 0 to 1000", "Use 0 to switch it off, 0.5 for what is usual.");
    private static final Kind BACKEND = new Kind(
            value -> value.equalsIgnoreCase("lucene") || value.equalsIgnoreCase("opensearch"),
            "is no backend",
            "Use lucene or opensearch.");
    private static final Kind ORIGINS = new Kind(
            value -> Stream.of(value.split(",", -1)).map(String::strip).allMatch(SettingChecks::isOrigin),
            "does not consist of origins",
            "Use * or origins such as https://example.org, with commas between them.");

    private record Setting(String name, Kind kind) {}

    private static final List<Setting> ALL = List.of(
            new Setting("khabar.sample", FLAG),
            new Setting("khabar.access.anonymous-read", FLAG),
            new Setting("khabar.access.anonymous-metrics", FLAG),
            new Setting("khabar.access.revocation-delay", SPAN_OR_NONE),
            new Setting("khabar.search.backend", BACKEND),
            new Setting("khabar.search.recency", RECENCY),
            new Setting("khabar.search.opensearch.shards", COUNT),
            new Setting("khabar.duplicates.enabled", FLAG),
            new Setting("khabar.cors.origins", ORIGINS),
            new Setting("khabar.cors.write-origins", ORIGINS),
            new Setting("khabar.cors.max-age", SPAN_OR_NONE),
            new Setting("khabar.changes.retention", SPAN),
            new Setting("khabar.changes.heartbeat", SPAN),
            new Setting("khabar.changes.poll", SPAN),
            new Setting("khabar.changes.max-streams", COUNT),
            new Setting("khabar.feeds.enabled", FLAG),
            new Setting("khabar.feeds.poll", SPAN),
            new Setting("khabar.feeds.concurrency", COUNT),
            new Setting("khabar.feeds.connect-timeout", SPAN),
            new Setting("khabar.feeds.timeout", SPAN),
            new Setting("khabar.feeds.max-size", SIZE),
            new Setting("khabar.feeds.allow-private", FLAG),
            new Setting("khabar.feeds.deletion-retention", SPAN));

    private SettingChecks() {}

    /** Everything that is wrong with single settings, in the order in which they are documented. */
    static List<Finding> findings(Config config) {
        List<Finding> findings = new ArrayList<>();
        for (Setting setting : ALL) {
            config.getOptionalValue(setting.name, String.class)
                    .map(String::strip)
                    .filter(value -> !setting.kind.accepts.test(value))
                    .ifPresent(value -> findings.add(new Finding(
                            setting.name, "%s %s.".formatted(value, setting.kind.problem), setting.kind.remedy)));
        }
        return findings;
    }

    /** A duration in milliseconds; -1 for what is none. */
    private static long millis(String value) {
        try {
            return DurationConverter.parseDuration(value).toMillis();
        } catch (IllegalArgumentException | ArithmeticException unreadable) {
            return -1;
        }
    }

    private static boolean isSize(String value) {
        try {
            return new MemorySizeConverter().convert(value).asLongValue() > 0;
        } catch (IllegalArgumentException | ArithmeticException unreadable) {
            return false;
        }
    }

    private static boolean isRecency(String value) {
        try {
            double number = Double.parseDouble(value);
            return number >= 0 && number <= MOST_RECENCY;
        } catch (NumberFormatException unreadable) {
            return false;
        }
    }

    private static boolean isOrigin(String origin) {
        return origin.equals("*") || origin.matches("https?://[^/?#@\\s]+");
    }
}
