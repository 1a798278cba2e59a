package io.khabar.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.MDC;

/** What the tests send requests to: a resource with several methods, and what it sees of a request. */
@Path("/test/echo")
@Produces(MediaType.APPLICATION_JSON)
public class EchoResource {

    /** Says on which thread it runs, and with which request id in the diagnostic context. */
    public record Seen(boolean virtual, String requestId) {}

    @GET
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Seen seen() {
        return new Seen(Thread.currentThread().isVirtual(), String.valueOf(MDC.get("requestId")));
    }

    @POST
    @Consumes(MediaType.TEXT_PLAIN)
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Map<String, Integer> length(String body) {
        return Map.of("length", body.length());
    }

    @GET
    @Path("/items/{id}")
    @Operation(hidden = true)
    public Map<String, String> item(@PathParam("id") String id) {
        return Map.of("id", id);
    }

    @PATCH
    @Path("/items/{id}")
    @Operation(hidden = true)
    public Response patch(@PathParam("id") String id) {
        return Response.noContent().build();
    }

    @DELETE
    @Path("/items/{id}")
    @Operation(hidden = true)
    public Response delete(@PathParam("id") String id) {
        return Response.noContent().build();
    }

    @GET
    @Path("/query")
    @Operation(hidden = true)
    public Map<String, String> query(@Context UriInfo address) {
        return Map.of("q", String.valueOf(address.getQueryParameters().getFirst("q")));
    }

    @GET
    @Path("/unchanged")
    @Operation(hidden = true)
    public Response unchanged() {
        return Response.notModified()
                .header("ETag", "\"1\"")
                .header("Vary", "Accept")
                .build();
    }

    @GET
    @Path("/failing")
    @RunOnVirtualThread
    @Operation(hidden = true)
    public String failing() {
        throw new IllegalStateException("secret detail");
    }

    @GET
    @Path("/forbidden")
    @Operation(hidden = true)
    public String forbidden() {
        throw new ForbiddenException();
    }

    @GET
    @Path("/rebuilding")
    @Operation(hidden = true)
    public String rebuilding() {
        throw new ProblemException(ProblemCode.SEARCH_REBUILDING, "1 of 2 are in it.").header("Retry-After", "2");
    }

    @GET
    @Path("/mute")
    @Operation(hidden = true)
    public String mute() {
        throw new ProblemException(ProblemCode.SEARCH_UNAVAILABLE, "It does not answer.").header("Retry-After", "5");
    }

    @GET
    @Path("/away")
    @RunOnVirtualThread
    @Operation(hidden = true)
    public String away() {
        throw new IllegalStateException(new SQLException("connection to secret-host refused", "08001"));
    }

    @GET
    @Path("/long")
    @Operation(hidden = true)
    public Map<String, String> longAnswer() {
        return Map.of("text", "خبر ".repeat(500));
    }
}
