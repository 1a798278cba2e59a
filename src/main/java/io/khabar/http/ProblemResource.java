package io.khabar.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Explains each kind of problem; the address is the problem's {@code type}. */
@Path("/problems/{code}")
@Tag(name = "problems", description = "What errors mean.")
class ProblemResource {

    /** Explanations change with releases of the service. */
    private static final String CACHE_CONTROL = "public, max-age=3600";

    /** The first is for those who take anything, as curl does. */
    private static final List<Variant> VARIANTS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE)
            .build();

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Operation(
            operationId = "explainProblem",
            summary = "Explain a problem code",
            description = "A page for a person, or the same as JSON where `Accept` prefers it.")
    @APIResponse(
            responseCode = "200",
            description = "The explanation.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ProblemExplanation.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "404",
            description = "There is no such code.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response explain(
            @Parameter(description = "The code of a problem.", example = "limit-out-of-range") @PathParam("code")
                    String code,
            @Context Request request) {
        ProblemCode known =
                ProblemCode.of(code).orElseThrow(() -> ProblemException.notFound("There is no such problem code."));
        Variant variant = request.selectVariant(VARIANTS);
        Response.ResponseBuilder response = Response.ok().header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL);
        if (variant != null && variant.getMediaType().isCompatible(MediaType.TEXT_HTML_TYPE)) {
            return response.type("text/html;charset=utf-8")
                    .header("Content-Security-Policy", ProblemPage.POLICY)
                    .header("Referrer-Policy", "no-referrer")
                    .entity(ProblemPage.of(known))
                    .build();
        }
        return response.type(MediaType.APPLICATION_JSON_TYPE)
                .entity(ProblemExplanation.of(known))
                .build();
    }
}
