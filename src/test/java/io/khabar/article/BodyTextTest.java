package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Compared with what is written down without thinking of speed. */
class BodyTextTest {

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "ب", "😀").list().ofMaxSize(12).map(letters -> String.join("", letters));
    }

    @Provide
    Arbitrary<String> expressions() {
        return Arbitraries.of("a", "ب", "😀").list().ofMinSize(1).ofMaxSize(2).map(letters -> String.join("", letters));
    }

    /** The offsets in code points at which an expression stands. */
    private static List<Integer> offsets(String text, String expression) {
        int[] all = text.codePoints().toArray();
        int length = expression.codePointCount(0, expression.length());
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i + length <= all.length; i++) {
            if (new String(all, i, length).equals(expression)) {
                offsets.add(i);
            }
        }
        return offsets;
    }

    private static @Nullable Place place(String expression, @Nullable Integer offset) {
        return offset == null ? null : new Place(expression, offset);
    }

    @Property
    void findsTheNearest(@ForAll("texts") String text, @ForAll("expressions") String expression) {
        for (int old = 0; old < 14; old++) {
            int from = Math.min(old, text.codePointCount(0, text.length()));
            Integer nearest = null;
            for (int offset : offsets(text, expression)) {
                // Of two equally near ones the first; nearness is in chars, in which the text is searched.
                if (nearest == null || distance(text, from, offset) < distance(text, from, nearest)) {
                    nearest = offset;
                }
            }
            assertEquals(place(expression, nearest), new BodyText(text).nearest(expression, old, text.length()));
        }
    }

    @Property
    void looksNoFurtherThanItReaches(@ForAll("texts") String text, @ForAll("expressions") String expression) {
        BodyText body = new BodyText(text);
        for (int reach = 0; reach < 14; reach++) {
            Place anywhere = body.nearest(expression, 3, text.length());
            boolean near = anywhere != null
                    && distance(text, Math.min(3, text.codePointCount(0, text.length())), anywhere.start()) <= reach;
            assertEquals(near ? anywhere : null, body.nearest(expression, 3, reach));
        }
    }

    /** Comparing each place with the whole expression would take 10^11 steps. */
    @Test
    void searchesATextThatRepeatsItselfInLinearTime() {
        BodyText body = new BodyText("a".repeat(1_000_000));
        String expression = "b" + "a".repeat(499);
        assertTimeout(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 200; i++) {
                assertNull(body.nearest(expression, 999_500, 1_000_000));
                assertNull(body.only(expression));
            }
        });
    }

    private static int distance(String text, int one, int other) {
        return text.offsetByCodePoints(0, Math.max(one, other)) - text.offsetByCodePoints(0, Math.min(one, other));
    }

    @Property
    void findsTheOnlyOne(@ForAll("texts") String text, @ForAll("expressions") String expression) {
        List<Integer> offsets = offsets(text, expression);
        assertEquals(
                place(expression, offsets.size() == 1 ? offsets.getFirst() : null),
                new BodyText(text).only(expression));
    }

    @Property
    void readsBetweenOffsets(@ForAll("texts") String text) {
        int[] all = text.codePoints().toArray();
        BodyText body = new BodyText(text);
        for (int start = -1; start <= all.length + 1; start++) {
            for (int end = -1; end <= all.length + 1; end++) {
                String expected =
                        start < 0 || end < start || end > all.length ? null : new String(all, start, end - start);
                assertEquals(expected, body.between(start, end));
            }
        }
    }
}
