package io.khabar.imports;

import io.khabar.http.Fault;
import io.khabar.http.JsonBody;
import io.khabar.http.Parameters;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.http.QueryParameter;
import io.khabar.idempotency.IdempotencyKey;
import io.khabar.idempotency.Once;
import io.khabar.idempotency.RequestHash;
import io.khabar.imports.ImportReport.Item;
import io.khabar.imports.ImportReport.Totals;
import io.khabar.imports.text.MalformedTextException;
import io.khabar.imports.text.RawTextDecoder;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Input of many kinds over HTTP. */
@Path("/v1/imports")
@Produces({MediaType.APPLICATION_JSON, ImportAnswers.LINES})
@RunOnVirtualThread
@Tag(name = "imports")
public class ImportResource {

    static final String CSV = "text/csv";

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
    @Consumes({MediaType.TEXT_PLAIN, ImportAnswers.LINES, MediaType.APPLICATION_JSON, ImportResource.CSV})
    @Operation(
            operationId = "importArticles",
            summary = "Import articles",
            description =
                    "The type of the body says what it is. Each article becomes an item of the report, in order; what"
                            + " is wrong with one stops no other. An article is the same as a stored one if it has the same `id`, else"
                            + " the same canonical `url`, else the same `source` and `externalId`, else, having none of these, the"
                            + " same `source` and text: sending an input again stores nothing twice. Parameters beat what is derived,"
                            + " and with `override=true` what the input states. With `Accept: application/x-ndjson` each item is a line,"
                            + " sent as soon as its transaction has committed, and the last line has the `totals`; one that cannot go"
                            + " on ends with a line `problem` instead.")
    public Response importArticles(
            @Context HttpServerRequest request,
            @Context HttpHeaders headers,
            InputStream body,
            @HeaderParam("Content-Type") @Nullable String contentType,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String idempotencyKey)
            throws IOException {
        MediaType type = contentType == null ? MediaType.TEXT_PLAIN_TYPE : MediaType.valueOf(contentType);
        requireUtf8(type);
        boolean text = type.getSubtype().equals("plain");
        ImportParameters given = ImportParameters.of(new Parameters(request.query(), PARAMETERS), text);
        boolean one = text && !given.split();
        imports.check(given);
        boolean lines = ImportAnswers.wantsLines(headers.getAcceptableMediaTypes());
        RequestHash read = new RequestHash(body);
        Keeping keeping = new Keeping(
                once,
                IdempotencyKey.of("importArticles", idempotencyKey),
                read,
                type.getSubtype() + " " + lines + " " + request.query(),
                clock);
        Response before = keeping.before();
        if (before != null) {
            return before;
        }
        Input input;
        try {
            input = input(type, one, read);
        } catch (RuntimeException | IOException refused) {
            keeping.release();
            throw refused;
        }
        Function<Consumer<Item>, Totals> run = report -> imports.run(input, given, one || given.dryRun(), item -> {
            keeping.renew();
            report.accept(item);
        });
        return lines ? answers.lines(run, keeping) : answers.document(run, keeping);
    }

    private Input input(MediaType type, boolean one, InputStream body) throws IOException {
        return switch (type.getSubtype()) {
            case "plain" -> one ? single(body) : new TextInput(body, imports::isKnownSource);
            case "json" -> new JsonInput(body);
            case "csv" -> new CsvInput(body);
            default -> new NdjsonInput(body);
        };
    }

    /** One text is read at once: what is wrong with all of it is a problem of the request. */
    private Input single(InputStream body) {
        byte[] bytes = JsonBody.bytes(body, TextInput.LIMIT);
        try {
            RawTextDecoder.decode(bytes);
        } catch (MalformedTextException malformed) {
            throw ProblemException.of(
                    ProblemCode.INVALID_REQUEST, Fault.pointer("", "encoding", String.valueOf(malformed.getMessage())));
        }
        var text = List.of(TextInput.of(bytes, imports::isKnownSource)).iterator();
        return () -> text.hasNext() ? text.next() : null;
    }

    private static void requireUtf8(MediaType type) {
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase("utf-8") && !charset.equalsIgnoreCase("us-ascii")) {
            throw new ProblemException(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE, "The input is read in UTF-8, not in `" + charset + "`.");
        }
    }
}
