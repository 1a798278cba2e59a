package io.khabar.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotNull;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a record from a JSON object and reports everything that is wrong with it at once, each fault with its pointer.
 * (A data binder stops at the first fault, and counts characters where the contract counts code points.)
 *
 * <p>The record declares what is allowed: its components are the fields, and their constraint annotations
 * ({@code @NotNull, @Size, @Min, @Max, @Pattern}) are those that the OpenAPI document shows. {@code null} in the body
 * is the same as absence.
 *
 * @param <T> the record that is made
 */
public final class RecordReader<T extends Record> implements ValueReader<T> {

    private record Field(String name, boolean required, ValueReader<?> reader) {}

    private final List<Field> fields;
    private final Set<String> known;
    private final MethodHandle constructor;

    private RecordReader(Class<T> type, Set<String> readOnly) {
        RecordComponent[] components = type.getRecordComponents();
        this.fields = Stream.of(components)
                .map(component -> new Field(
                        component.getName(),
                        component.getAccessor().isAnnotationPresent(NotNull.class),
                        ValueReaders.of(component.getAnnotatedType(), component.getAccessor())))
                .toList();
        this.known = new LinkedHashSet<>(readOnly);
        fields.forEach(field -> known.add(field.name()));
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var declared = type.getDeclaredConstructor(types);
            declared.setAccessible(true);
            this.constructor = MethodHandles.lookup().unreflectConstructor(declared);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A reader of a record in which nothing is read-only. */
    public static <T extends Record> RecordReader<T> of(Class<T> type) {
        return new RecordReader<>(type, Set.of());
    }

    /**
     * A reader of what clients may write of a resource.
     *
     * @param view what the resource shows; fields that only stand there are read-only: accepted and ignored
     */
    public static <T extends Record> RecordReader<T> of(Class<T> type, Class<? extends Record> view) {
        return new RecordReader<>(type, names(view));
    }

    /** The names of a record's fields, in their order: what a view shows. */
    public static Set<String> names(Class<? extends Record> type) {
        Set<String> names = new LinkedHashSet<>();
        Stream.of(type.getRecordComponents()).map(RecordComponent::getName).forEach(names::add);
        return Collections.unmodifiableSet(names);
    }

    /** Reports the members of an object that are not known. */
    public static void refuseUnknown(JsonNode object, Set<String> known, String pointer, Faults faults) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                unknown(name, pointer, faults);
            }
        });
    }

    /**
     * Reads a whole body.
     *
     * @throws ProblemException that lists everything that is wrong with it
     */
    public T read(JsonNode body) {
        Faults faults = new Faults();
        T made = read(body, "", faults);
        faults.check();
        if (made == null) {
            throw new IllegalStateException("nothing was read, but no fault was reported");
        }
        return made;
    }

    /**
     * Reads what a merge patch makes of a resource.
     *
     * @param current the resource as clients write it
     */
    public T patched(JsonNode current, JsonNode patch) {
        Faults faults = new Faults();
        if (!patch.isObject()) {
            faults.pointer("", "type", "must be an object");
        }
        T made = read(MergePatch.apply(current, patch), "", faults);
        faults.check();
        if (made == null) {
            throw new IllegalStateException("nothing was read, but no fault was reported");
        }
        return made;
    }

    @Override
    public @Nullable T read(JsonNode node, String pointer, Faults faults) {
        if (!(node instanceof ObjectNode object)) {
            if (!faults.any() || !pointer.isEmpty()) {
                faults.pointer(pointer, "type", "must be an object");
            }
            return null;
        }
        refuseUnknown(object, known, pointer, faults);
        boolean faulty = false;
        List<@Nullable Object> values = new ArrayList<>(fields.size());
        for (Field field : fields) {
            JsonNode value = object.get(field.name());
            if (value == null || value.isNull()) {
                values.add(null);
                if (field.required()) {
                    faults.pointer(below(pointer, field.name()), "required", "is required");
                    faulty = true;
                }
            } else {
                Object read = field.reader().read(value, below(pointer, field.name()), faults);
                faulty |= read == null;
                values.add(read);
            }
        }
        if (faulty) {
            return null;
        }
        T made = construct(values);
        if (made instanceof Checked checked) {
            checked.check(pointer, faults);
        }
        return made;
    }

    private static void unknown(String name, String pointer, Faults faults) {
        faults.add(
                Fault.pointer(below(pointer, name), "unknown-field", "is not a field of this resource"),
                ProblemCode.UNKNOWN_FIELD);
    }

    @SuppressWarnings("unchecked") // The constructor makes a T.
    private T construct(List<@Nullable Object> values) {
        try {
            return (T) constructor.invokeWithArguments(values);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The pointer to a member: RFC 6901, section 3, escapes {@code ~} and {@code /}. */
    static String below(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
