package io.khabar.imports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.imports.ImportReport.Finding;
import io.khabar.imports.draft.Draft;
import io.khabar.imports.draft.DraftAuthor;
import io.khabar.imports.draft.DraftImage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What readers of raw input found, as imports store it. */
final class Drafts {

    private Drafts() {}

    /** The article of a draft; one without a text is unreadable, and its findings say so. */
    static Candidate candidate(Draft draft) {
        List<Finding> findings = draft.findings().stream().map(Drafts::finding).toList();
        if (!draft.hasBody()) {
            return Candidate.unreadable(findings);
        }
        Set<String> derived = new HashSet<>(draft.derived());
        // A lead that is the text's beginning follows the text; only one that somebody wrote is a value.
        boolean leadOfText = derived.remove("lead") || draft.lead() == null;
        return new Candidate(
                fields(draft, leadOfText),
                draft.sourceName(),
                draft.sourceHomepage(),
                true,
                derived,
                leadOfText ? List.of("lead") : List.of(),
                List.of(),
                false,
                findings);
    }

    private static ObjectNode fields(Draft draft, boolean leadOfText) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode().put("body", draft.body());
        put(fields, "url", draft.url());
        put(fields, "externalId", draft.externalId());
        put(fields, "title", draft.title());
        put(fields, "lead", leadOfText ? null : draft.lead());
        put(fields, "language", draft.language());
        put(fields, "section", draft.section());
        put(fields, "rights", draft.rights());
        put(
                fields,
                "published",
                draft.published() == null ? null : draft.published().value());
        put(
                fields,
                "modified",
                draft.modified() == null ? null : draft.modified().value());
        if (!draft.authors().isEmpty()) {
            ArrayNode authors = fields.putArray("authors");
            for (DraftAuthor author : draft.authors()) {
                put(authors.addObject().put("name", author.name()), "url", author.url());
            }
        }
        if (!draft.keywords().isEmpty()) {
            draft.keywords().forEach(fields.putArray("keywords")::add);
        }
        if (draft.image() != null) {
            fields.set("image", image(draft.image()));
        }
        return fields;
    }

    private static ObjectNode image(DraftImage image) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode().put("url", image.url());
        put(fields, "alt", image.alt());
        put(fields, "caption", image.caption());
        if (image.width() != null) {
            fields.put("width", image.width());
        }
        if (image.height() != null) {
            fields.put("height", image.height());
        }
        return fields;
    }

    private static void put(ObjectNode fields, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            fields.put(name, value);
        }
    }

    /** A finding of a reader, as the report shows it. */
    static Finding finding(io.khabar.imports.draft.Finding finding) {
        String field = "sourceHomepage".equals(finding.field()) ? "source" : finding.field();
        return new Finding(finding.stage().word(), finding.level().word(), finding.code(), finding.detail(), field);
    }
}
