package io.khabar.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of a resource an answer shows: a tree of names, read off the record that shows the resource, so that the
 * choice can never name what the answer does not have.
 */
public final class Fields {

    /** Names below; a null value is a field with nothing below it, or with all of it. */
    private final Map<String, @Nullable Fields> tree;

    private Fields(Map<String, @Nullable Fields> tree) {
        this.tree = tree;
    }

    /** All fields of a record, and those of the records in it. */
    public static Fields of(Class<? extends Record> view) {
        Map<String, @Nullable Fields> tree = new LinkedHashMap<>();
        for (RecordComponent component : view.getRecordComponents()) {
            Class<?> type = element(component.getGenericType());
            tree.put(component.getName(), type.isRecord() ? of(type.asSubclass(Record.class)) : null);
        }
        return new Fields(tree);
    }

    private static Class<?> element(Type type) {
        if (type instanceof ParameterizedType generic) {
            return element(generic.getActualTypeArguments()[0]);
        }
        return type instanceof Class<?> simple ? simple : Object.class;
    }

    /** The same without some of its first names. */
    public Fields without(Set<String> names) {
        Map<String, @Nullable Fields> rest = new LinkedHashMap<>(tree);
        rest.keySet().removeAll(names);
        return new Fields(rest);
    }

    /** The same first names, each whole: nothing is left out below them. */
    public Fields whole() {
        Map<String, @Nullable Fields> names = new LinkedHashMap<>();
        tree.keySet().forEach(name -> names.put(name, null));
        return new Fields(names);
    }

    /** The same with one more of the first names, whole. */
    public Fields with(String name) {
        Map<String, @Nullable Fields> more = new LinkedHashMap<>(tree);
        more.put(name, null);
        return new Fields(more);
    }

    /** The same with other fields below one of the first names. */
    public Fields with(String name, Fields below) {
        Map<String, @Nullable Fields> other = new LinkedHashMap<>(tree);
        other.put(name, below);
        return new Fields(other);
    }

    /** The names that were chosen below one of the first names; null where it is shown whole, or not at all. */
    public @Nullable Set<String> below(String name) {
        Fields below = tree.get(name);
        return below == null ? null : below.names();
    }

    /** The first names, in the order of the record. */
    public Set<String> names() {
        return tree.keySet();
    }

    public boolean has(String name) {
        return tree.containsKey(name);
    }

    /**
     * The fields of this tree that a client chose.
     *
     * @param paths names, with dots into nested ones: {@code id}, {@code source.name}
     * @param unknown takes the paths that are not here
     */
    public Fields choose(Iterable<String> paths, Set<String> unknown) {
        Map<String, @Nullable Fields> chosen = new LinkedHashMap<>();
        for (String path : paths) {
            if (!choose(path, chosen)) {
                unknown.add(path);
            }
        }
        return new Fields(chosen);
    }

    private boolean choose(String path, Map<String, @Nullable Fields> into) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        if (!tree.containsKey(name)) {
            return false;
        }
        if (dot < 0) {
            into.put(name, null);
            return true;
        }
        Fields below = tree.get(name);
        if (below == null) {
            return false;
        }
        boolean whole = into.containsKey(name) && into.get(name) == null;
        Fields old = into.get(name);
        Map<String, @Nullable Fields> more = old == null ? new LinkedHashMap<>() : new LinkedHashMap<>(old.tree);
        if (!below.choose(path.substring(dot + 1), more)) {
            return false;
        }
        if (!whole) {
            into.put(name, new Fields(more));
        }
        return true;
    }

    /** Whether anything was chosen inside a nested field, so that an answer must be pruned. */
    public boolean nested() {
        return tree.values().stream().anyMatch(below -> below != null);
    }

    /** Every path in the tree: names, and names below names with dots. */
    public Set<String> paths() {
        Set<String> paths = new LinkedHashSet<>();
        tree.forEach((name, below) -> {
            paths.add(name);
            if (below != null) {
                below.paths().forEach(path -> paths.add(name + "." + path));
            }
        });
        return paths;
    }

    /** Takes out of an answer what was not chosen; arrays are gone through. */
    public void prune(JsonNode answer) {
        if (answer instanceof ArrayNode array) {
            array.forEach(this::prune);
        } else if (answer instanceof ObjectNode object) {
            object.retain(tree.keySet());
            tree.forEach((name, below) -> {
                JsonNode value = object.get(name);
                if (below != null && value != null) {
                    below.prune(value);
                }
            });
        }
    }
}
