package io.khabar.mention;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The languages that are known, read when first asked for. */
final class Languages {

    private static final Map<String, Language> READ = new ConcurrentHashMap<>();

    private Languages() {}

    static Language of(@Nullable String tag, String text) {
        return READ.computeIfAbsent("ar", code -> Language.of("common.txt", code + ".txt"));
    }

    static NumericDates.Order order(@Nullable String tag, String text) {
        return NumericDates.Order.DAY_FIRST;
    }
}
