package io.khabar.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * One exchange with the service, from a file of {@code openapi/examples}: shown in the document and executed by a test.
 *
 * @param name name of the file without its ending; unique
 * @param exchange {@code operationId}, {@code summary}, {@code request} and {@code response}
 */
record Example(String name, JsonNode exchange) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** All examples of a folder, by name. */
    static List<Example> readAll(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Example::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the build must run in the root of the project, where " + folder + " is", e);
        }
    }

    private static Example read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return new Example(
                    name.substring(0, name.length() - ".json".length()), JSON.readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    String operationId() {
        return exchange.path("operationId").textValue();
    }

    String summary() {
        return exchange.path("summary").textValue();
    }

    /** The body that is sent; missing where there is none. */
    JsonNode requestBody() {
        return exchange.path("request").path("body");
    }

    /** The media type of what is sent; empty for the first that the operation takes. */
    String type() {
        return exchange.path("request").path("type").asText();
    }

    int status() {
        return exchange.path("response").path("status").intValue();
    }

    /** The body that is answered; missing where there is none. */
    JsonNode responseBody() {
        return exchange.path("response").path("body");
    }

    /** Shows the bodies at their places; those of problems stand with the answer that all operations share. */
    void addTo(Operation operation, OpenAPI document) {
        // A body that is refused may not conform to the schema: it is no example of what to send.
        if (!requestBody().isMissingNode() && status() < 400) {
            Content content = operation.getRequestBody().getContent();
            add(type().isEmpty() ? first(content) : content.getMediaType(type()), requestBody());
        }
        APIResponse response = operation.getResponses().getAPIResponse(String.valueOf(status()));
        if (response == null) {
            throw new IllegalStateException(name + ": " + operationId() + " is not documented to answer " + status());
        }
        if (!responseBody().isMissingNode()) {
            add(first(whole(response, document).getContent()), responseBody());
        }
    }

    private static APIResponse whole(APIResponse response, OpenAPI document) {
        String shared = response.getRef();
        return shared == null
                ? response
                : Objects.requireNonNull(
                        document.getComponents().getResponses().get(shared.substring(shared.lastIndexOf('/') + 1)));
    }

    private static MediaType first(Content content) {
        return content.getMediaTypes().values().iterator().next();
    }

    private void add(MediaType type, JsonNode body) {
        type.addExample(
                name, OASFactory.createExample().summary(summary()).value(JSON.convertValue(body, Object.class)));
    }
}
