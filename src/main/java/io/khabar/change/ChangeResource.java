package io.khabar.change;

import io.khabar.change.ChangeBatch.Entry;
import io.khabar.http.QueryParameter;
import io.khabar.list.Answers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The change log over HTTP, part by part. {@link ChangeStreams} has the same address and sends events. */
@Path(ChangeResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "changes")
public class ChangeResource {

    static final String PATH = "/v1/changes";

    /** The parameters of the log. */
    public static final List<QueryParameter> PARAMETERS = ChangeRequest.PARAMETERS;

    private final ChangeLog log;
    private final Answers answers;

    ChangeResource(ChangeLog log, Answers answers) {
        this.log = log;
        this.answers = answers;
    }

    @GET
    @Operation(
            operationId = "listChanges",
            summary = "Follow what is created, updated and deleted",
            description =
                    "For whoever keeps a copy: take a place with `after=now`, read the lists, then ask for what came"
                            + " after that place, again and again with the `nextCursor` of the last answer. Every change appears"
                            + " exactly once, and in an order in which causes come first. An article that is found to be a duplicate"
                            + " of another one, or of none any more, is `updated` without a new version. With `Accept: text/event-stream` the"
                            + " same is sent as server-sent events, at once and without an end: the `data` of an event is one"
                            + " change, its `id` a cursor, and `Last-Event-ID` goes on behind it.")
    public Response list(
            @Context HttpServerRequest request, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        ChangeRequest asked = ChangeRequest.of(request.query(), null);
        ChangePosition after = asked.after() == null ? log.end() : asked.after();
        ChangeBatch batch = log.read(after, asked.entities(), asked.limit());
        List<Change> items = batch.entries().stream().map(Entry::change).toList();
        ChangePage page = new ChangePage(
                items, new ChangePage.Place(asked.limit(), batch.end().encode()));
        return Response.fromResponse(answers.computed(page, ifNoneMatch))
                .header(HttpHeaders.LINK, "<" + PATH + asked.query(batch.end()) + ">; rel=\"next\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
