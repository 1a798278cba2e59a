package io.khabar.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.http.Faults;
import io.khabar.http.RecordReader;
import io.khabar.source.SourceReference;
import io.khabar.source.SourceView;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** By what an article as answers show it names its source. */
record ShownSource(@Nullable SourceReference id, @Nullable SourceReference key) {

    private static final Set<String> FIELDS = RecordReader.names(SourceView.class);

    /**
     * What an object says.
     *
     * @throws io.khabar.http.ProblemException with each fault of it
     */
    static ShownSource of(ObjectNode stated) {
        Faults faults = new Faults();
        RecordReader.refuseUnknown(stated, FIELDS, "/source", faults);
        ShownSource shown = new ShownSource(reference(stated, "id", faults), reference(stated, "key", faults));
        faults.check();
        return shown;
    }

    private static @Nullable SourceReference reference(ObjectNode stated, String field, Faults faults) {
        JsonNode value = stated.path(field);
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (!value.isTextual()) {
            faults.pointer("/source/" + field, "type", "must be a string");
            return null;
        }
        try {
            return SourceReference.parse(value.textValue());
        } catch (IllegalArgumentException invalid) {
            faults.pointer("/source/" + field, "invalid", String.valueOf(invalid.getMessage()));
            return null;
        }
    }
}
