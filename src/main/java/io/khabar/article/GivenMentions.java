package io.khabar.article;

import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.mention.Mention;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The mentioned dates that people gave an article, by what a mention in its text is known by. A mention is one of them where
 * one stands there, or, standing nowhere, has its words. One without words stands for none: it says less than the text does.
 */
final class GivenMentions {

    /**
     * Most that an article has. Each is looked for when the body changes, while the article is locked; no person gives as
     * many.
     */
    static final int MOST = 1_000;

    /** Offsets at which some begin, each with the furthest that one reaches which begins there or before. */
    private final NavigableMap<Integer, Integer> reach = new TreeMap<>();

    private final Set<String> texts = new HashSet<>();

    private GivenMentions() {}

    /** Those among the dates of an article. */
    static GivenMentions of(List<ArticleDate> rows) {
        GivenMentions given = new GivenMentions();
        rows.stream()
                .filter(GivenMentions::isOne)
                .sorted(Comparator.comparing(row -> row.startOffset, Comparator.nullsFirst(Comparator.naturalOrder())))
                .forEach(given::add);
        return given;
    }

    /**
     * Ends the write that gives an article more of them than it may have.
     *
     * @throws ProblemException {@code too-many-dates}
     */
    static void limit(List<ArticleDate> rows) {
        if (rows.stream().filter(GivenMentions::isOne).count() > MOST) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_DATES, "The article would have more than " + MOST + " given mentioned dates.");
        }
    }

    private static boolean isOne(ArticleDate row) {
        return row.role() == Role.MENTIONED && !row.isDerived();
    }

    private void add(ArticleDate row) {
        Integer start = row.startOffset;
        Integer end = row.endOffset;
        if (start != null && end != null) {
            Map.Entry<Integer, Integer> before = reach.lastEntry();
            reach.put(start, before == null ? end : Math.max(end, before.getValue()));
            return;
        }
        if (row.text != null) {
            texts.add(row.text);
        }
    }

    /** Whether one of them is the mention. */
    boolean have(Mention mention) {
        Map.Entry<Integer, Integer> before = reach.lowerEntry(mention.end());
        return (before != null && before.getValue() > mention.start()) || texts.contains(mention.text());
    }
}
