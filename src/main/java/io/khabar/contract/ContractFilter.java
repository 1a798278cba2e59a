package io.khabar.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/** Completes the OpenAPI document when the service is built. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {

    /** Where the examples are, from the root of the project: the folder in which the build runs. */
    static final Path EXAMPLES = Path.of("openapi", "examples");

    /** Version of the contract: that of the project, as it will be when it is released. */
    static final String VERSION = "0.1.0";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        about(document);
        Schemas.complete(document.getComponents());
        Headers.declare(document.getComponents());
        ProblemResponses.declare(document.getComponents());
        Security.declare(document.getComponents());
        List<Example> examples = Example.readAll(EXAMPLES);
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .values()
                .forEach(operation -> complete(operation, path, examples, document)));
    }

    private static void complete(Operation operation, String path, List<Example> examples, OpenAPI document) {
        String id = operation.getOperationId();
        // Without one: an operation that is no part of the contract, such as those that tests bring along.
        Described described = id == null ? null : Operations.ALL.get(id);
        if (described != null) {
            described.complete(operation, path);
        }
        examples.stream()
                .filter(example -> example.operationId().equals(id))
                .forEach(example -> example.addTo(operation, document));
    }

    private static void about(OpenAPI document) {
        document.setInfo(OASFactory.createInfo()
                .title("Khabar")
                .version(VERSION)
                .summary("News articles, their sources and their dates.")
                .description(
                        "Holds news articles and their metadata: who published them, when, and which dates they speak"
                                + " of. Nothing is filtered, cut or defaulted silently: every default is in this document, and"
                                + " below `/v1` unknown parameters and fields are refused, and so is a wrong key, on reads"
                                + " too. Every error is a problem (RFC 9457)."
                                + " A body without `Content-Type` is taken for what its operation reads, that of an import for"
                                + " `text/plain`; one with another `Content-Encoding` than `identity` is refused (415).")
                .contact(OASFactory.createContact().name("The Khabar project"))
                .license(OASFactory.createLicense().name("Apache-2.0").identifier("Apache-2.0")));
        document.setServers(
                List.of(OASFactory.createServer().url("/").description("The server that serves this document.")));
        document.setTags(List.of(
                OASFactory.createTag().name("articles").description("News articles."),
                OASFactory.createTag().name("changes").description("What is created, updated and deleted."),
                OASFactory.createTag().name("dates").description("The dates that articles carry."),
                OASFactory.createTag().name("feeds").description("Feeds that are followed."),
                OASFactory.createTag().name("imports").description("Raw articles, read and stored."),
                OASFactory.createTag().name("problems").description("What errors mean."),
                OASFactory.createTag().name("search").description("Counts over articles, and the search index."),
                OASFactory.createTag().name("sources").description("Publishers of articles.")));
    }
}
