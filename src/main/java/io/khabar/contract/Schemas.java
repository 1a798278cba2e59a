package io.khabar.contract;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Schemas that do not come from one class: pages, patches, and values that may be written in two ways. */
final class Schemas {

    private Schemas() {}

    static void complete(Components components) {
        components.addSchema("SourceReference", sourceReference());
        components.addSchema("WrittenDate", writtenDate());
        components.addSchema("WrittenAuthor", writtenAuthor());
        requireNonNull(components.getSchemas().get("Problem")).addProperty("existing", existing());
        property(components, "NewArticle", "authors").setItems(ref("WrittenAuthor"));
        for (String resource : List.of("Article", "ArticleDate", "Feed", "Source")) {
            components.addSchema(resource + "Page", page(resource));
            components.addSchema(resource + "Patch", patch(resource, components));
        }
    }

    static Schema ref(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }

    static Schema text() {
        return type(SchemaType.STRING);
    }

    private static Schema property(Components components, String schema, String name) {
        return requireNonNull(
                requireNonNull(components.getSchemas().get(schema), schema)
                        .getProperties()
                        .get(name),
                name);
    }

    private static Schema page(String resource) {
        Schema page = object("A page of a list.")
                .addProperty(
                        "items", type(SchemaType.ARRAY).items(ref(resource)).description("In the order of the list."))
                .addProperty("page", ref("Page"))
                .addProperty("total", ref("Total").description("Only with `count`."))
                .required(List.of("items", "page"));
        return resource.equals("Article")
                ? page.addProperty(
                        "didYouMean",
                        type(SchemaType.STRING)
                                .description(
                                        "Where `q` finds nothing: the same with words that articles have instead of"
                                                + " unknown ones, if that finds something."))
                : page;
    }

    /** The same fields, none of them required; null removes those that need not be there. */
    private static Schema patch(String resource, Components components) {
        Schema written = requireNonNull(components.getSchemas().get("New" + resource), resource);
        Schema patch = object("A merge patch (RFC 7396) of what " + article(resource) + " is made of: what is absent"
                + " stays as it is, `null` removes, arrays are replaced whole.");
        List<String> required = written.getRequired() == null ? List.of() : written.getRequired();
        for (Map.Entry<String, Schema> property : written.getProperties().entrySet()) {
            Schema schema = property.getValue();
            patch.addProperty(
                    property.getKey(), required.contains(property.getKey()) ? schema : nullable(components, schema));
        }
        return patch;
    }

    private static String article(String noun) {
        return (noun.startsWith("A") ? "an `" : "a `") + noun + "`";
    }

    private static Schema nullable(Components components, Schema schema) {
        String name = schema.getRef() == null
                ? ""
                : schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
        Schema named = components.getSchemas().get(name);
        if (named == null) {
            return nullable(schema.getDescription(), schema);
        }
        // Generators make a class of its own for each choice of a reference and null: text is told apart without.
        return List.of(SchemaType.STRING).equals(named.getType())
                ? nullable(schema.getDescription(), named)
                : OASFactory.createSchema()
                        .description(schema.getDescription())
                        .anyOf(List.of(ref(name), type(SchemaType.NULL)));
    }

    private static Schema nullable(@Nullable String description, Schema schema) {
        List<SchemaType> types = new ArrayList<>(schema.getType());
        types.add(SchemaType.NULL);
        List<@Nullable Object> words = null;
        if (schema.getEnumeration() != null) {
            words = new ArrayList<>(schema.getEnumeration());
            words.add(null);
        }
        return OASFactory.createSchema()
                .description(description == null ? schema.getDescription() : description)
                .type(types)
                .enumeration(words)
                .format(schema.getFormat())
                .pattern(schema.getPattern())
                .items(schema.getItems())
                .minLength(schema.getMinLength())
                .maxLength(schema.getMaxLength())
                .minItems(schema.getMinItems())
                .maxItems(schema.getMaxItems())
                .minimum(schema.getMinimum())
                .maximum(schema.getMaximum());
    }

    /** A member that `article-exists` and `feed-exists` add to a problem. */
    private static Schema existing() {
        return object("With `article-exists` and `feed-exists`: what is there, and in what the two are the same.")
                .addProperty("id", ref("UUID"))
                .addProperty("by", text().enumeration(List.of("url", "externalId", "id")))
                .required(List.of("id", "by"));
    }

    private static Schema sourceReference() {
        return oneOf(
                "A source: its key or id, or an object with either, as answers show it.",
                type(SchemaType.STRING).examples(List.of("syria-news")),
                object("A source, named by `id` or `key`; further fields are ignored.")
                        .addProperty("id", ref("UUID"))
                        .addProperty("key", type(SchemaType.STRING)));
    }

    private static Schema writtenDate() {
        return oneOf(
                "A partial date (ISO 8601 with reduced precision, EDTF level 0): a string, or an object of which only"
                        + " `value` is read. Intervals are for mentioned dates only. Instants are kept to the microsecond;"
                        + " further digits are cut off.",
                type(SchemaType.STRING).examples(List.of("2021-09-14", "2017", "2011/..")),
                object("A partial date, as answers show it.")
                        .addProperty("value", type(SchemaType.STRING).examples(List.of("2021-09-14")))
                        .required(List.of("value")));
    }

    private static Schema writtenAuthor() {
        return oneOf(
                "An author: the name alone, or an object.",
                type(SchemaType.STRING).minLength(1).maxLength(200).examples(List.of("لينا الأحمد")),
                object("An author.")
                        .addProperty(
                                "name", type(SchemaType.STRING).minLength(1).maxLength(200))
                        .addProperty("url", ref("WebAddress"))
                        .required(List.of("name")));
    }

    private static Schema oneOf(String description, Schema... choices) {
        return OASFactory.createSchema().description(description).oneOf(List.of(choices));
    }

    private static Schema object(String description) {
        return type(SchemaType.OBJECT).description(description);
    }

    private static Schema type(SchemaType type) {
        return OASFactory.createSchema().type(List.of(type));
    }
}
