package io.khabar.imports;

import io.khabar.http.Fault;
import io.khabar.http.JsonBody;
import io.khabar.http.Parameters;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.http.QueryParameter;
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
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Raw input over HTTP. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "imports")
public class ImportResource {

    /** Largest raw text, in bytes: a body of a million code points, four bytes each. */
    private static final int LIMIT = 4 * 1024 * 1024;

    /** The parameters of an import. */
    public static final List<QueryParameter> PARAMETERS = ImportParameters.ALL;

    private final ImportService imports;

    ImportResource(ImportService imports) {
        this.imports = imports;
    }

    @POST
    @Consumes(MediaType.TEXT_PLAIN)
    @Operation(
            operationId = "importArticles",
            summary = "Import a raw article",
            description =
                    "UTF-8 text, a paragraph on each line, without a title; the last line names the source, which is found or created. Parameters beat what is derived from the text. The dates that the text speaks of are derived too.")
    public ImportReport text(
            @Context HttpServerRequest request,
            InputStream body,
            @HeaderParam("Content-Type") @Nullable String contentType) {
        requireUtf8(contentType);
        byte[] bytes = JsonBody.bytes(body, LIMIT);
        ImportParameters given = ImportParameters.of(new Parameters(request.query(), PARAMETERS));
        return imports.text(decoded(bytes), given);
    }

    private static void requireUtf8(@Nullable String contentType) {
        String charset = contentType == null
                ? null
                : MediaType.valueOf(contentType).getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase("utf-8") && !charset.equalsIgnoreCase("us-ascii")) {
            throw new ProblemException(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Raw text is read in UTF-8, not in `" + charset + "`.");
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            return RawTextDecoder.decode(bytes);
        } catch (MalformedTextException malformed) {
            throw ProblemException.of(
                    ProblemCode.INVALID_REQUEST, Fault.pointer("", "encoding", String.valueOf(malformed.getMessage())));
        }
    }
}
