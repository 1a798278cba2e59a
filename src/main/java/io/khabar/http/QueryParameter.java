package io.khabar.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query parameter as it is declared: one declaration serves the reading ({@link Parameters}) and the OpenAPI document.
 *
 * @param name as clients write it
 * @param cardinality how often it may come, and whether commas part values
 * @param description for the OpenAPI document; Markdown
 * @param type JSON type of one value: {@code string}, {@code integer} or {@code boolean}
 * @param format format or media of a string, such as {@code uuid}; null for plain text
 * @param pattern what a value matches, a regular expression of JSON Schema that says no more than the reading does; null for
 *     any text
 * @param maxLength most characters of a value; null where there is no bound of its own
 * @param words the words that are allowed; empty where any text may come
 * @param minimum smallest number
 * @param maximum largest number
 * @param defaultValue what its absence means; null where absence means nothing
 * @param required whether it must come
 * @param example a value that shows its form
 */
public record QueryParameter(
        String name,
        Cardinality cardinality,
        String description,
        String type,
        @Nullable String format,
        @Nullable String pattern,
        @Nullable Integer maxLength,
        List<String> words,
        @Nullable Integer minimum,
        @Nullable Integer maximum,
        @Nullable String defaultValue,
        boolean required,
        @Nullable String example) {

    /** Most values of one that may come more than once. */
    public static final int MOST_VALUES = 100;

    /** How often a parameter may come. */
    public enum Cardinality {
        /** Once; commas are part of the value. */
        SINGLE,
        /** Any number of times; commas are part of each value. */
        REPEATED,
        /** Any number of times, and commas part further values. */
        LISTED
    }

    private static QueryParameter once(String name, String description, String type, List<String> words) {
        return new QueryParameter(
                name, Cardinality.SINGLE, description, type, null, null, null, words, null, null, null, false, null);
    }

    /** A parameter that comes once and takes a text. */
    public static QueryParameter text(String name, String description) {
        return once(name, description, "string", List.of());
    }

    /** A parameter that comes once and takes one of some words. */
    public static QueryParameter word(String name, String description, List<String> words) {
        return once(name, description, "string", words);
    }

    /** A parameter that comes once and takes a whole number within bounds, both included. */
    public static QueryParameter integer(String name, String description, int minimum, int maximum) {
        return new QueryParameter(
                name,
                Cardinality.SINGLE,
                description,
                "integer",
                null,
                null,
                null,
                List.of(),
                minimum,
                maximum,
                null,
                false,
                null);
    }

    /** A parameter that comes once and takes {@code true} or {@code false}. */
    public static QueryParameter flag(String name, String description) {
        return once(name, description, "boolean", List.of());
    }

    /** The same, but it may come any number of times. */
    public QueryParameter repeated() {
        return with(Cardinality.REPEATED, format, defaultValue, required, example);
    }

    /** The same, but it may come any number of times, and commas part values. */
    public QueryParameter listed() {
        return with(Cardinality.LISTED, format, defaultValue, required, example);
    }

    /** The same with a format of the value, as JSON Schema names it. */
    public QueryParameter format(String ofValue) {
        return with(cardinality, ofValue, defaultValue, required, example);
    }

    /** The same with what a value looks like. */
    public QueryParameter pattern(String ofValue) {
        return bounded(ofValue, maxLength);
    }

    /** The same with a bound of the value's length. */
    public QueryParameter maxLength(int most) {
        return bounded(pattern, most);
    }

    /** The same with what its absence means. */
    public QueryParameter defaultsTo(String value) {
        return with(cardinality, format, value, required, example);
    }

    /** The same, but it must come. */
    public QueryParameter mandatory() {
        return with(cardinality, format, defaultValue, true, example);
    }

    /** The same with a value that shows its form. */
    public QueryParameter example(String value) {
        return with(cardinality, format, defaultValue, required, value);
    }

    private QueryParameter bounded(@Nullable String form, @Nullable Integer most) {
        return new QueryParameter(
                name,
                cardinality,
                description,
                type,
                format,
                form,
                most,
                words,
                minimum,
                maximum,
                defaultValue,
                required,
                example);
    }

    private QueryParameter with(
            Cardinality often,
            @Nullable String ofValue,
            @Nullable String absent,
            boolean must,
            @Nullable String shown) {
        return new QueryParameter(
                name,
                often,
                description,
                type,
                ofValue,
                pattern,
                maxLength,
                words,
                minimum,
                maximum,
                absent,
                must,
                shown);
    }
}
