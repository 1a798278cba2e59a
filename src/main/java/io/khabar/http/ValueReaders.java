package io.khabar.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.date.PartialDate;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the types that records are made of are read from JSON, and their constraints checked. */
final class ValueReaders {

    /** What answers show of a partial date; what was read can be sent back. */
    private static final Set<String> SHOWN_OF_DATES = RecordReader.names(PartialDateView.class);

    /**
     * What a text must match.
     *
     * @param inWords what to say to a person whose text does not: expressions are for machines
     */
    record Form(java.util.regex.Pattern pattern, String inWords) {}

    private ValueReaders() {}

    /** The reader for a type as declared, with its constraints. */
    static ValueReader<?> of(AnnotatedType declared, AnnotatedElement place) {
        Class<?> type = declared.getType() instanceof ParameterizedType generic
                ? (Class<?>) generic.getRawType()
                : (Class<?>) declared.getType();
        ReadWith own = type.getAnnotation(ReadWith.class);
        if (own != null) {
            return instance(own.value());
        }
        if (type == List.class) {
            AnnotatedType element = ((AnnotatedParameterizedType) declared).getAnnotatedActualTypeArguments()[0];
            return list(of(element, element), constraint(Size.class, declared, place));
        }
        if (type == String.class) {
            Size size = constraint(Size.class, declared, place);
            Pattern pattern = constraint(Pattern.class, declared, place);
            return text(
                    size == null ? Integer.MAX_VALUE : size.max(),
                    pattern == null
                            ? null
                            : new Form(java.util.regex.Pattern.compile(pattern.regexp()), pattern.message()),
                    declared.isAnnotationPresent(Stripped.class),
                    place instanceof Method && !place.isAnnotationPresent(NotNull.class));
        }
        if (type == Integer.class) {
            return integer(constraint(Min.class, declared, place), constraint(Max.class, declared, place));
        }
        if (type == Boolean.class) {
            return ValueReaders::flag;
        }
        if (type == UUID.class) {
            return (node, pointer, faults) -> parsed(node, pointer, faults, Ids::parse);
        }
        if (type == PartialDate.class) {
            Function<String, PartialDate> parse =
                    place.isAnnotationPresent(NoInterval.class) ? PartialDate::parsePoint : PartialDate::parse;
            return (node, pointer, faults) -> partialDate(node, pointer, faults, parse);
        }
        if (type.isEnum()) {
            return word(type);
        }
        if (type.isRecord()) {
            return record(type.asSubclass(Record.class));
        }
        throw new IllegalArgumentException("no way to read " + type + " from JSON");
    }

    private static <A extends java.lang.annotation.Annotation> @Nullable A constraint(
            Class<A> kind, AnnotatedType declared, AnnotatedElement place) {
        A onType = declared.getAnnotation(kind);
        return onType == null ? place.getAnnotation(kind) : onType;
    }

    private static ValueReader<?> instance(Class<? extends ValueReader<?>> reader) {
        try {
            var constructor = reader.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A record of one component {@code value} is a value type: a string whose constructor says whether it is right. */
    private static ValueReader<?> record(Class<? extends Record> type) {
        var components = type.getRecordComponents();
        if (components.length != 1 || !components[0].getName().equals("value")) {
            return RecordReader.of(type);
        }
        MethodHandle constructor;
        try {
            var declared = type.getDeclaredConstructor(String.class);
            declared.setAccessible(true);
            constructor = MethodHandles.lookup().unreflectConstructor(declared);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
        return (node, pointer, faults) -> parsed(node, pointer, faults, value -> {
            try {
                return constructor.invoke(value);
            } catch (RuntimeException | Error thrown) {
                throw thrown;
            } catch (Throwable impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    private static ValueReader<List<?>> list(ValueReader<?> element, @Nullable Size size) {
        return (node, pointer, faults) -> {
            if (!node.isArray()) {
                faults.pointer(pointer, "type", "must be an array");
                return null;
            }
            if (size != null && node.size() > size.max()) {
                faults.pointer(pointer, "max", "must have at most " + size.max() + " elements");
                return null;
            }
            List<Object> read = new ArrayList<>(node.size());
            boolean faulty = false;
            for (int i = 0; i < node.size(); i++) {
                JsonNode value = node.get(i);
                String place = pointer + "/" + i;
                if (value.isNull()) {
                    faults.pointer(place, "required", "must not be null");
                    faulty = true;
                    continue;
                }
                Object one = element.read(value, place, faults);
                if (one == null) {
                    faulty = true;
                } else {
                    read.add(one);
                }
            }
            return faulty ? null : List.copyOf(read);
        };
    }

    /**
     * A reader of a text.
     *
     * @param form what all of it must match; null for anything
     * @param stripped whether what does not show at its ends is taken off
     * @param optional whether null stands for none
     */
    static ValueReader<String> text(int most, @Nullable Form form, boolean stripped, boolean optional) {
        return (node, pointer, faults) -> {
            String sent = string(node, pointer, faults);
            if (sent == null) {
                return null;
            }
            if (Text.isBlank(sent)) {
                String none = optional ? "; send null for none" : "";
                faults.pointer(pointer, "empty", "must not be empty or blank" + none);
                return null;
            }
            String value = stripped ? Text.strip(sent) : sent;
            if (Text.length(value) > most) {
                faults.pointer(pointer, "max", "must have at most " + most + " characters");
                return null;
            }
            if (form != null && !form.pattern().matcher(value).matches()) {
                faults.pointer(pointer, "pattern", form.inWords());
                return null;
            }
            return value;
        };
    }

    private static ValueReader<Integer> integer(@Nullable Min min, @Nullable Max max) {
        long least = min == null ? Integer.MIN_VALUE : min.value();
        long most = max == null ? Integer.MAX_VALUE : max.value();
        return (node, pointer, faults) -> {
            BigDecimal number = node.isNumber() ? node.decimalValue() : null;
            if (number == null || !isWhole(number)) {
                faults.pointer(pointer, "type", "must be a whole number");
                return null;
            }
            if (number.compareTo(BigDecimal.valueOf(most)) > 0) {
                faults.pointer(pointer, "max", "must be at most " + most);
                return null;
            }
            if (number.compareTo(BigDecimal.valueOf(least)) < 0) {
                faults.pointer(pointer, "min", "must be at least " + least);
                return null;
            }
            return number.intValue();
        };
    }

    /** As JSON Schema has it: 10.0 is an integer. */
    private static boolean isWhole(BigDecimal number) {
        return number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0;
    }

    private static @Nullable Boolean flag(JsonNode node, String pointer, Faults faults) {
        if (!node.isBoolean()) {
            faults.pointer(pointer, "type", "must be true or false");
            return null;
        }
        return node.booleanValue();
    }

    private static ValueReader<Object> word(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        String words = Arrays.stream(constants).map(ValueReaders::word).collect(Collectors.joining(", "));
        return (node, pointer, faults) -> {
            String value = string(node, pointer, faults);
            if (value == null) {
                return null;
            }
            for (Object constant : constants) {
                if (word(constant).equals(value)) {
                    return constant;
                }
            }
            faults.pointer(pointer, "enum", "must be one of " + words);
            return null;
        };
    }

    private static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
    }

    /** A partial date is a string, or the object that answers show, of which only {@code value} is read. */
    private static @Nullable PartialDate partialDate(
            JsonNode node, String pointer, Faults faults, Function<String, PartialDate> parse) {
        if (ValueReader.refusesKind(node, pointer, faults)) {
            return null;
        }
        if (node.isObject()) {
            RecordReader.refuseUnknown(node, SHOWN_OF_DATES, pointer, faults);
            JsonNode value = node.get("value");
            if (value == null || value.isNull()) {
                faults.pointer(pointer + "/value", "required", "is required");
                return null;
            }
            return parsed(value, pointer + "/value", faults, parse);
        }
        return parsed(node, pointer, faults, parse);
    }

    /** Reads a string and makes a value of it; {@link IllegalArgumentException} carries what is wrong with it. */
    static <T> @Nullable T parsed(JsonNode node, String pointer, Faults faults, Function<String, T> parse) {
        String value = string(node, pointer, faults);
        if (value == null) {
            return null;
        }
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException invalid) {
            faults.pointer(pointer, "invalid", String.valueOf(invalid.getMessage()));
            return null;
        }
    }

    private static @Nullable String string(JsonNode node, String pointer, Faults faults) {
        if (!node.isTextual()) {
            faults.pointer(pointer, "type", "must be a string");
            return null;
        }
        String fault = Text.fault(node.textValue());
        if (fault != null) {
            faults.pointer(pointer, "characters", fault);
            return null;
        }
        return node.textValue();
    }
}
