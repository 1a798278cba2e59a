package io.khabar.list;

import io.khabar.http.Fault;
import io.khabar.http.Parameters;
import io.khabar.http.ProblemCode;
import io.khabar.http.QueryParameter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a resource an answer shows.
 *
 * @param fields the fields
 * @param embedded names of what is embedded beyond them
 */
public record Shown(Fields fields, Set<String> embedded) {

    private static final QueryParameter FIELDS = QueryParameter.text(
                    "fields", "The fields to show, parted by commas, with dots into nested ones.")
            .listed();

    /** Sparse fields of a resource that has no views; the example names some of them. */
    public static QueryParameter fields(String example) {
        return FIELDS.example(example);
    }

    /** Sparse fields of a resource with views. */
    public static QueryParameter fieldsOverView(String example) {
        return QueryParameter.text(FIELDS.name(), FIELDS.description() + " Overrides `view`.")
                .listed()
                .example(example);
    }

    /** A named choice of fields. */
    public static QueryParameter view(String byDefault) {
        return QueryParameter.word(
                        "view",
                        "`full` shows all fields, `summary` all but `body`, `dates`, `derived`, `zone` and `bias`.",
                        List.of("summary", "full"))
                .defaultsTo(byDefault);
    }

    /** Related data inside the answer. */
    public static QueryParameter embed(String description, List<String> words) {
        return QueryParameter.word("embed", description, words).listed();
    }

    /** Whether something related is embedded. */
    public boolean embeds(String name) {
        return embedded.contains(name);
    }

    /** The same with something more embedded. */
    public Shown embedding(String name) {
        Set<String> more = new LinkedHashSet<>(embedded);
        more.add(name);
        return new Shown(fields, more);
    }

    /**
     * Reads the choice; what is wrong goes to the faults of the parameters.
     *
     * @param all every field that the resource has
     * @param unless what is shown where {@code fields} is absent
     */
    public static Shown of(Parameters parameters, Fields all, Fields unless, Set<String> embedded) {
        List<String> paths = parameters.texts(FIELDS);
        if (paths.isEmpty()) {
            return new Shown(unless, embedded);
        }
        Set<String> unknown = new LinkedHashSet<>();
        Fields chosen = all.choose(paths, unknown);
        unknown.forEach(path -> parameters
                .faults()
                .add(
                        Fault.parameter("fields", "unknown-field", "names `" + path + "`, which is not a field here"),
                        ProblemCode.UNKNOWN_FIELD));
        return new Shown(chosen, embedded);
    }
}
