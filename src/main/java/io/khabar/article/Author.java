package io.khabar.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.http.Faults;
import io.khabar.http.ReadWith;
import io.khabar.http.RecordReader;
import io.khabar.http.Stripped;
import io.khabar.http.ValueReader;
import io.khabar.http.WebAddress;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who wrote an article. In a body, a string is the name. */
@ReadWith(Author.Reader.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Who wrote an article. In a request, a string stands for the name.")
public record Author(
        @Schema(examples = "لينا الأحمد") @Nullable String name,

        @Schema(description = "A page about the author.", format = "iri") @Nullable String url) {

    /** An author as an object of a body. */
    record Written(
            @NotNull @Size(min = 1, max = 200) @Stripped String name,
            @Nullable WebAddress url) {}

    /** Reads a string or an object. */
    static final class Reader implements ValueReader<Author> {

        private static final RecordReader<Written> OBJECT = RecordReader.of(Written.class);
        private static final ValueReader<String> NAME = ValueReader.name(200);

        @Override
        public @Nullable Author read(JsonNode node, String pointer, Faults faults) {
            if (ValueReader.refusesKind(node, pointer, faults)) {
                return null;
            }
            if (node.isTextual()) {
                String name = NAME.read(node, pointer, faults);
                return name == null ? null : new Author(name, null);
            }
            Written written = OBJECT.read(node, pointer, faults);
            return written == null
                    ? null
                    : new Author(
                            written.name(),
                            written.url() == null ? null : written.url().value());
        }
    }
}
