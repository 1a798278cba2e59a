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

    /** A parameter that comes once and takes a text. */
    public static QueryParameter text(String name, String description) {
        return new QueryParameter(
                name, Cardinality.SINGLE, description, "string", null, List.of(), null, null, null, false, null);
    }

    /** A parameter that comes once and takes one of some words. */
    public static QueryParameter word(String name, String description, List<String> words) {
        return new QueryParameter(
                name, Cardinality.SINGLE, description, "string", null, words, null, null, null, false, null);
    }

    /** A parameter that comes once and takes a whole number within bounds, both included. */
    public static QueryParameter integer(String name, String description, int minimum, int maximum) {
        return new QueryParameter(
                name, Cardinality.SINGLE, description, "integer", null, List.of(), minimum, maximum, null, false, null);
    }

    /** A parameter that comes once and takes {@code true} or {@code false}. */
    public static QueryParameter flag(String name, String description) {
        return new QueryParameter(
                name, Cardinality.SINGLE, description, "boolean", null, List.of(), null, null, null, false, null);
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

    private QueryParameter with(
            Cardinality often,
            @Nullable String ofValue,
            @Nullable String absent,
            boolean must,
            @Nullable String shown) {
        return new QueryParameter(
                name, often, description, type, ofValue, words, minimum, maximum, absent, must, shown);
    }
}
