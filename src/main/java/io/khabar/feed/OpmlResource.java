package io.khabar.feed;

import io.khabar.access.Caller;
import io.khabar.feed.OpmlReport.Item;
import io.khabar.feed.OpmlReport.Outcome;
import io.khabar.http.Fault;
import io.khabar.http.JsonBody;
import io.khabar.http.Parameters;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.http.QueryParameter;
import io.khabar.imports.ImportReport.Finding;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists of feeds as other readers of feeds write and read them, over HTTP. */
@Path("/v1/feeds/opml")
@RunOnVirtualThread
@Tag(name = "feeds")
public class OpmlResource {

    private static final String OPML = "text/x-opml";

    /** The parameters of the export. */
    public static final List<QueryParameter> PARAMETERS = FeedFilter.PARAMETERS;

    private final FeedRepository feeds;
    private final FeedService service;
    private final Caller caller;

    OpmlResource(FeedRepository feeds, FeedService service, Caller caller) {
        this.feeds = feeds;
        this.service = service;
        this.caller = caller;
    }

    @GET
    @Produces(OPML)
    @Operation(
            operationId = "exportFeeds",
            summary = "Export feeds as OPML",
            description = "By section, for other readers of feeds, or to be imported again. Needs a key with the role"
                    + " `editor`.")
    public Response export(@Context HttpServerRequest request) {
        caller.requireEditor();
        Parameters parameters = new Parameters(request.query(), PARAMETERS);
        FeedFilter filter = FeedFilter.of(parameters);
        parameters.check();
        return Response.ok(Opml.write(feeds.all(filter)), OPML + ";charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"feeds.opml\"")
                // Addresses of feeds may hold tokens: no copy of them is kept on the way.
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Consumes({OPML, MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importFeeds",
            summary = "Follow the feeds of an OPML document",
            description =
                    "The outline around a feed is its section. What is followed already is left as it is; what is wrong with"
                            + " one feed stops no other.")
    public Response importFeeds(@Context HttpServerRequest request, @Context HttpHeaders headers, InputStream body) {
        new Parameters(request.query(), List.of()).check();
        MediaType type = headers.getMediaType();
        String charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
        List<OpmlEntry> entries;
        try {
            entries = Opml.read(JsonBody.bytes(body, JsonBody.LIMIT), charset);
        } catch (Opml.MalformedException malformed) {
            throw ProblemException.of(
                    ProblemCode.INVALID_REQUEST, Fault.pointer("", "no-opml", String.valueOf(malformed.getMessage())));
        }
        List<Item> items = new ArrayList<>(entries.size());
        for (OpmlEntry entry : entries) {
            items.add(item(items.size(), entry));
        }
        return Response.ok(OpmlReport.of(items)).build();
    }

    private Item item(long index, OpmlEntry entry) {
        try {
            UUID id =
                    service.create(FeedService.READER.read(entry.body())).view().id();
            return new Item(index, Outcome.CREATED, entry.url(), id, null, null, findings(entry));
        } catch (ProblemException problem) {
            if (problem.code() == ProblemCode.FEED_EXISTS
                    && problem.extensions().get("existing") instanceof Map<?, ?> existing
                    && existing.get("id") instanceof UUID id) {
                return new Item(index, Outcome.EXISTS, entry.url(), id, null, null, List.of());
            }
            return new Item(
                    index, Outcome.REJECTED, entry.url(), null, problem.code().code(), problem.detail(), List.of());
        }
    }

    private static List<Finding> findings(OpmlEntry entry) {
        return entry.cut()
                ? List.of(new Finding(
                        "read", "warning", "shortened", "Cut to " + Opml.LONGEST_SECTION + " characters.", "section"))
                : List.of();
    }
}
