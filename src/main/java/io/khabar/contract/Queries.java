package io.khabar.contract;

import io.khabar.http.QueryParameter;
import io.khabar.http.QueryParameter.Cardinality;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Query parameters, as the code that reads them declares them. */
final class Queries {

    private Queries() {}

    static Parameter parameter(QueryParameter declared) {
        Parameter parameter = OASFactory.createParameter()
                .name(declared.name())
                .in(Parameter.In.QUERY)
                .description(declared.description());
        if (declared.required()) {
            parameter.required(true);
        }
        Object example = example(declared);
        if (declared.cardinality() == Cardinality.SINGLE) {
            return parameter.schema(one(declared)).example(example);
        }
        // A LISTED one may be repeated as well; commas are the shorter way, and the one that clients are told.
        return parameter
                .style(Parameter.Style.FORM)
                .explode(declared.cardinality() == Cardinality.REPEATED)
                .schema(OASFactory.createSchema()
                        .type(List.of(SchemaType.ARRAY))
                        .maxItems(QueryParameter.MOST_VALUES)
                        .items(one(declared)))
                .example(example instanceof String text ? List.of((Object[]) text.split(",", -1)) : null);
    }

    private static Schema one(QueryParameter declared) {
        Schema schema = OASFactory.createSchema()
                .type(List.of(SchemaType.valueOf(declared.type().toUpperCase(Locale.ROOT))))
                .format(declared.format())
                .pattern(declared.pattern())
                .maxLength(declared.maxLength());
        if (!declared.words().isEmpty()) {
            schema.setEnumeration(List.copyOf(declared.words()));
        } else if (declared.type().equals("string") && declared.pattern() == null) {
            // Of all of them: what is empty is left out instead.
            schema.setMinLength(1);
        }
        if (declared.minimum() != null) {
            schema.setMinimum(BigDecimal.valueOf(declared.minimum()));
        }
        if (declared.maximum() != null) {
            schema.setMaximum(BigDecimal.valueOf(declared.maximum()));
        }
        return schema.defaultValue(typed(declared, declared.defaultValue()));
    }

    /** A value that shows the form: the declared one, or what follows from the type. */
    private static @Nullable Object example(QueryParameter declared) {
        if (declared.example() != null) {
            return typed(declared, declared.example());
        }
        if (!declared.words().isEmpty()) {
            return declared.words().getFirst();
        }
        return typed(declared, declared.type().equals("boolean") ? "true" : declared.defaultValue());
    }

    private static @Nullable Object typed(QueryParameter declared, @Nullable String value) {
        if (value == null) {
            return null;
        }
        return switch (declared.type()) {
            case "integer" -> Integer.valueOf(value);
            case "boolean" -> Boolean.valueOf(value);
            default -> value;
        };
    }
}
