package io.khabar.imports;

import io.khabar.http.Parameters;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.http.QueryParameter;
import io.khabar.idempotency.IdempotencyKey;
import io.khabar.idempotency.Once;
import io.khabar.idempotency.RequestHash;
import io.khabar.imports.ImportReport.Item;
import io.khabar.imports.ImportReport.Totals;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Input of many kinds over HTTP. */
@Path("/v1/imports")
@Produces({MediaType.APPLICATION_JSON, ImportAnswers.LINES})
@RunOnVirtualThread
@Tag(name = "imports")
public class ImportResource {

    /** The parameters of an import. */
    public static final List<QueryParameter> PARAMETERS = ImportParameters.ALL;

    private final ImportService imports;
    private final ImportAnswers answers;

    private final Once once;
    private final Clock clock;

    ImportResource(ImportService imports, ImportAnswers answers, Once once, Clock clock) {
        this.imports = imports;
        this.once = once;
        this.clock = clock;
        this.answers = answers;
    }

    @POST
    @Consumes({
        MediaType.TEXT_PLAIN,
        MediaType.TEXT_HTML,
        MediaType.APPLICATION_XHTML_XML,
        "application/rss+xml",
        MediaType.APPLICATION_ATOM_XML,
        "application/rdf+xml",
        MediaType.APPLICATION_XML,
        MediaType.TEXT_XML,
        "application/feed+json",
        ImportAnswers.LINES,
        MediaType.APPLICATION_JSON,
        "text/csv",
        "application/zip",
        "application/gzip",
        "application/x-gzip",
        MediaType.APPLICATION_OCTET_STREAM,
        MediaType.MULTIPART_FORM_DATA
    })
    @Operation(
            operationId = "importArticles",
            summary = "Import articles",
            description =
                    "The type of the body says what it is; without one, and where it is `application/octet-stream`, its first"
                            + " bytes do. Each article becomes an item of the report, in order; what"
                            + " is wrong with one stops no other. An article is the same as a stored one if it has the same `id`, else"
                            + " the same canonical `url`, else the same `source` and `externalId`, else, having none of these, the"
                            + " same `source` and text: sending an input again stores nothing twice. Where none is, it is the one that had the"
                            + " same `source` and `externalId`, or text, before a person corrected its source or text; the corrected"
                            + " text stays, and the source unless the input states one in a field of its own. An address that entries of a"
                            + " feed share is none of theirs, nor is its front page. Parameters beat what is derived,"
                            + " and with `override=true` what the input states. With `Accept: application/x-ndjson` each item is a line,"
                            + " sent as soon as its transaction has committed, and the last line has the `totals`; one that cannot go"
                            + " on ends with a line `problem` instead.")
    @Parameter(name = IdempotencyKey.HEADER, in = ParameterIn.HEADER)
    public Response importArticles(
            @Context HttpServerRequest request,
            @Context HttpHeaders headers,
            InputStream body,
            @HeaderParam("Content-Type") @Nullable String contentType)
            throws IOException {
        MediaType type = contentType == null ? MediaType.APPLICATION_OCTET_STREAM_TYPE : MediaType.valueOf(contentType);
        Form form = form(type);
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (form != null) {
            form.charset(charset);
        }
        ImportParameters given = ImportParameters.of(new Parameters(request.query(), PARAMETERS), form);
        imports.check(given);
        boolean lines = ImportAnswers.wantsLines(headers.getAcceptableMediaTypes());
        RequestHash read = new RequestHash(body);
        Keeping keeping = new Keeping(
                once,
                IdempotencyKey.of("importArticles", request),
                read,
                type.getSubtype() + " " + charset + " " + lines + " " + request.query(),
                clock);
        Response before = keeping.before();
        if (before != null) {
            return before;
        }
        Inputs.Opened opened;
        try {
            opened = new Inputs(given, imports.knownSources()).open(form, type, read);
        } catch (RuntimeException | IOException refused) {
            keeping.release();
            throw refused;
        }
        ImportParameters each = opened.one() ? given : given.ofSeveral();
        Function<Consumer<Item>, Totals> run =
                report -> imports.run(opened.input(), each, opened.one() || given.dryRun(), item -> {
                    keeping.renew();
                    report.accept(item);
                });
        return lines ? answers.lines(run, keeping) : answers.document(run, keeping);
    }

    /** The form that a type says; null for the type of what is unknown. */
    private static @Nullable Form form(MediaType type) {
        String name = type.getType() + "/" + type.getSubtype();
        Form form = Form.ofType(name);
        if (form == null && !name.equalsIgnoreCase(MediaType.APPLICATION_OCTET_STREAM)) {
            throw new ProblemException(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "No input is `" + name + "`.");
        }
        return form;
    }
}
