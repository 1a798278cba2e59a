package io.khabar.search;

import java.util.Map;

/**
 * How often values occur among articles.
 *
 * @param articles all of them
 * @param fields by the name of a field of {@link IndexedArticle}
 */
public record Counts(long articles, Map<String, Values> fields) {

    /**
     * The values of one field.
     *
     * @param top the commonest with the number of articles that have them, the commonest first; the value breaks ties
     * @param all the sum of the numbers of all values, those at the top included
     */
    public record Values(Map<String, Long> top, long all) {}

    /** The counts of one field that was counted. */
    public Values of(String field) {
        Values values = fields.get(field);
        if (values == null) {
            throw new IllegalArgumentException(field + " was not counted");
        }
        return values;
    }
}
