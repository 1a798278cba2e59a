package io.khabar.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of one request, read against their declarations. Strict: a parameter that is not declared, that
 * comes too often, or that is empty is a fault. All faults are collected; {@link #check()} reports them.
 */
public final class Parameters {

    private final Map<String, List<String>> values;
    private final Map<String, QueryParameter> known;
    private final Faults faults = new Faults();

    /**
     * Reads a query.
     *
     * @param rawQuery the query as it came, percent-encoded; null where there is none
     * @param known the parameters that the resource knows
     */
    public Parameters(@Nullable String rawQuery, List<QueryParameter> known) {
        this.values = QueryString.decode(rawQuery, faults);
        this.known = known.stream().collect(Collectors.toMap(QueryParameter::name, Function.identity()));
        values.forEach(this::checkOne);
        known.stream()
                .filter(parameter -> parameter.required() && !values.containsKey(parameter.name()))
                .forEach(missing -> faults.parameter(missing.name(), "required", "is required"));
    }

    private void checkOne(String name, List<String> given) {
        QueryParameter parameter = known.get(name);
        if (parameter == null) {
            faults.add(
                    Fault.parameter(name, "unknown-parameter", "is not known here" + suggestion(name)),
                    ProblemCode.UNKNOWN_PARAMETER);
            return;
        }
        if (given.size() > 1 && parameter.cardinality() == QueryParameter.Cardinality.SINGLE) {
            faults.parameter(name, "repeated", "may come only once");
        }
        for (String value : given) {
            String fault = Text.fault(value);
            if (fault != null) {
                faults.parameter(name, "characters", fault);
            }
        }
    }

    private String suggestion(String name) {
        if (name.isEmpty()) {
            return "";
        }
        return known.keySet().stream()
                .filter(candidate -> candidate.equalsIgnoreCase(name)
                        || candidate.startsWith(name)
                        || (name.startsWith(candidate) && candidate.length() > 2))
                .min(Comparator.naturalOrder())
                .map(candidate -> "; did you mean `" + candidate + "`?")
                .orElse("");
    }

    /** The value of a parameter that comes once; null where it is absent or faulty. */
    public @Nullable String text(QueryParameter parameter) {
        List<String> given = texts(parameter);
        return given.isEmpty() ? null : given.getFirst();
    }

    /** All values of a parameter, parted at commas where it is declared so; empty values are faults and left out. */
    public List<String> texts(QueryParameter parameter) {
        List<String> given = values.getOrDefault(parameter.name(), List.of());
        if (given.isEmpty()) {
            return given;
        }
        List<String> parted = new ArrayList<>(given.size());
        for (String value : given) {
            if (parameter.cardinality() == QueryParameter.Cardinality.LISTED) {
                for (String part : value.split(",", -1)) {
                    addUnlessEmpty(parameter, part, parted);
                }
            } else {
                addUnlessEmpty(parameter, value, parted);
            }
        }
        if (parted.size() > QueryParameter.MOST_VALUES) {
            faults.parameter(parameter.name(), "max", "must have at most " + QueryParameter.MOST_VALUES + " values");
            return List.of();
        }
        return parted;
    }

    private void addUnlessEmpty(QueryParameter parameter, String value, List<String> into) {
        if (Text.isBlank(value)) {
            faults.parameter(
                    parameter.name(),
                    "empty",
                    parameter.required() ? "must not be empty" : "must not be empty; leave it out instead");
        } else if (Text.fault(value) == null) {
            into.add(value);
        }
    }

    /**
     * The value of a parameter that comes once, parsed.
     *
     * @param parse throws {@link IllegalArgumentException} with a message for the client
     * @return null where the parameter is absent or faulty
     */
    public <T> @Nullable T value(QueryParameter parameter, Function<String, T> parse) {
        List<T> parsed = values(parameter, parse);
        return parsed.isEmpty() ? null : parsed.getFirst();
    }

    /** All values of a parameter, parsed. */
    public <T> List<T> values(QueryParameter parameter, Function<String, T> parse) {
        List<String> given = texts(parameter);
        List<T> parsed = new ArrayList<>(given.size());
        for (String value : given) {
            try {
                parsed.add(parse.apply(value));
            } catch (IllegalArgumentException invalid) {
                faults.parameter(parameter.name(), "invalid", String.valueOf(invalid.getMessage()));
            }
        }
        return parsed;
    }

    /** The whole number that a parameter gives, its default where it is absent; null where it is faulty or has none. */
    public @Nullable Integer integer(QueryParameter parameter, ProblemCode alone) {
        String given = values.containsKey(parameter.name()) ? text(parameter) : parameter.defaultValue();
        if (given == null) {
            return null;
        }
        int minimum = parameter.minimum() == null ? Integer.MIN_VALUE : parameter.minimum();
        int maximum = parameter.maximum() == null ? Integer.MAX_VALUE : parameter.maximum();
        if (given.length() > 10 || !given.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            String minus = given.startsWith("-") ? "min" : "type";
            faults.add(
                    Fault.parameter(
                            parameter.name(), minus, "must be a whole number from " + minimum + " to " + maximum),
                    alone);
            return null;
        }
        long number = Long.parseLong(given);
        if (number < minimum) {
            faults.add(Fault.parameter(parameter.name(), "min", "must be at least " + minimum), alone);
            return null;
        }
        if (number > maximum) {
            faults.add(Fault.parameter(parameter.name(), "max", "must be at most " + maximum), alone);
            return null;
        }
        return (int) number;
    }

    /** The word that a parameter gives, its default where it is absent; null where it is faulty or has none. */
    public @Nullable String word(QueryParameter parameter) {
        if (!values.containsKey(parameter.name())) {
            return parameter.defaultValue();
        }
        List<String> given = words(parameter);
        return given.isEmpty() ? null : given.getFirst();
    }

    /** All words that a parameter gives. */
    public List<String> words(QueryParameter parameter) {
        List<String> given = texts(parameter);
        for (String word : given) {
            if (!parameter.words().contains(word)) {
                faults.parameter(parameter.name(), "enum", "must be one of " + String.join(", ", parameter.words()));
            }
        }
        return given.stream().filter(parameter.words()::contains).distinct().toList();
    }

    /** Whether a flag is set; false where it is absent or faulty. */
    public boolean flag(QueryParameter parameter) {
        return Boolean.TRUE.equals(value(parameter, text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        }));
    }

    /** Whether the parameter came, with whatever value. */
    public boolean has(QueryParameter parameter) {
        return values.containsKey(parameter.name());
    }

    /** Where further faults of this stage go. */
    public Faults faults() {
        return faults;
    }

    /** Ends the stage: reports all faults of the parameters. */
    public void check() {
        faults.check();
    }

    /**
     * The parameters but those named, in an order that does not depend on how they were sent: two requests with the
     * same text ask for the same list.
     */
    public String canonical(Set<String> without) {
        return values.entrySet().stream()
                .filter(entry -> !without.contains(entry.getKey()) && !isDefault(entry.getKey(), entry.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + sorted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private boolean isDefault(String name, List<String> given) {
        QueryParameter parameter = known.get(name);
        return parameter != null && parameter.defaultValue() != null && given.equals(List.of(parameter.defaultValue()));
    }

    private String sorted(String name, List<String> given) {
        QueryParameter parameter = known.get(name);
        boolean listed = parameter != null && parameter.cardinality() == QueryParameter.Cardinality.LISTED;
        return given.stream()
                .flatMap(value -> listed ? List.of(value.split(",", -1)).stream() : List.of(value).stream())
                .sorted()
                .distinct()
                .collect(Collectors.joining("\0"));
    }
}
