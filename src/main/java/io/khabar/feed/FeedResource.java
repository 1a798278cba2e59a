package io.khabar.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.access.Caller;
import io.khabar.http.Ids;
import io.khabar.http.JsonBody;
import io.khabar.http.Members;
import io.khabar.http.MergePatch;
import io.khabar.http.Parameters;
import io.khabar.http.Preconditions;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.http.QueryParameter;
import io.khabar.http.Target;
import io.khabar.imports.ImportReport;
import io.khabar.list.Answers;
import io.khabar.list.Fields;
import io.khabar.list.Page;
import io.khabar.list.Paging;
import io.khabar.list.Shown;
import io.khabar.list.SortOrder;
import io.khabar.list.Stamped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Feeds that are followed over HTTP. For editors alone, reading too: addresses of feeds may hold tokens. */
@Path("/v1/feeds")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "feeds")
public class FeedResource implements Members {

    private static final SortOrder CREATED = SortOrder.byTime("created", "f.created_at");
    private static final List<SortOrder> ORDERS = List.of(CREATED, CREATED.reversed());
    private static final QueryParameter SORT = Paging.sort("Order of the list: by when it was created.", ORDERS);
    private static final QueryParameter FIELDS = Shown.fields("url,lastError.code");

    private static final Fields ALL = Fields.of(FeedView.class);

    /** All that one feed shows. */
    static final Shown WHOLE = new Shown(ALL.whole(), Set.of());

    /** Seconds after which it is worth to ask again for a feed that is being fetched. */
    private static final String RETRY_AFTER = "10";

    /** The parameters of the list. */
    public static final List<QueryParameter> LIST_PARAMETERS = Stream.concat(
                    FeedFilter.PARAMETERS.stream(), Stream.of(SORT, Paging.LIMIT, Paging.CURSOR, Paging.COUNT, FIELDS))
            .toList();

    /** The parameters of one feed. */
    public static final List<QueryParameter> ONE_PARAMETERS = List.of(FIELDS);

    private final FeedRepository feeds;
    private final FeedService service;
    private final FeedLeaseService leases;
    private final FetchesByHand fetches;
    private final Answers answers;
    private final Caller caller;

    FeedResource(
            FeedRepository feeds,
            FeedService service,
            FeedLeaseService leases,
            FetchesByHand fetches,
            Answers answers,
            Caller caller) {
        this.feeds = feeds;
        this.service = service;
        this.leases = leases;
        this.fetches = fetches;
        this.answers = answers;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listFeeds",
            summary = "List feeds",
            description = "Needs a key with the role `editor`, as addresses of feeds may hold tokens.")
    public Response list(
            @Context HttpServerRequest request, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        caller.requireEditor();
        Parameters parameters = new Parameters(request.query(), LIST_PARAMETERS);
        FeedFilter filter = FeedFilter.of(parameters);
        Paging paging = Paging.of(parameters, "feeds", SORT, ORDERS);
        Shown shown = Shown.of(parameters, ALL, ALL.whole(), Set.of());
        parameters.check();
        Page<FeedView> page = feeds.page(filter, paging, shown);
        return answers.page(page, shown.fields(), "/v1/feeds", request.query(), ifNoneMatch);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createFeed",
            summary = "Follow a feed",
            description =
                    "It is fetched soon, then again and again; each entry that is new becomes an article. What was imported"
                            + " before is left as it is, so that no correction of an editor is overwritten, and what was deleted here"
                            + " stays away, until `POST /v1/imports` or `POST /v1/articles` brings it.")
    public Response create(
            @Context HttpServerRequest request, InputStream body, @HeaderParam("Prefer") @Nullable String prefer) {
        new Parameters(request.query(), List.of()).check();
        return written(service.create(FeedService.READER.read(JsonBody.read(body))), true, prefer);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getFeed",
            summary = "Get a feed",
            description =
                    "What was written of it, and how it does. Needs a key with the role `editor`. Fetches change its entity"
                            + " tag, but not its `version`, which alone is what `If-Match` compares.")
    public Response get(
            @RestPath String id,
            @Context HttpServerRequest request,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        caller.requireEditor();
        UUID feed = id(id);
        Parameters parameters = new Parameters(request.query(), ONE_PARAMETERS);
        Shown shown = Shown.of(parameters, ALL, ALL.whole(), Set.of());
        target(feed).check(parameters);
        return answers.one(
                feeds.view(feed, shown).orElseThrow(() -> FeedService.unknown(feed)), shown.fields(), ifNoneMatch);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceFeed",
            summary = "Replace or create a feed",
            description = "What the body leaves out is removed. With another address it begins anew.")
    public Response replace(
            @RestPath String id,
            @Context HttpServerRequest request,
            InputStream body,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @HeaderParam("Prefer") @Nullable String prefer) {
        UUID feed = id(id);
        new Parameters(request.query(), List.of()).check();
        Preconditions conditions = Preconditions.of(ifMatch, ifNoneMatch);
        NewFeed replacement = FeedService.READER.read(JsonBody.read(body));
        FeedService.Written written = service.replace(feed, replacement, conditions);
        return written(written.feed(), written.created(), prefer);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "patchFeed",
            summary = "Change some fields of a feed",
            description = "A merge patch (RFC 7396): `null` removes. Switched on, it is due at once.")
    public Response patch(
            @RestPath String id,
            @Context HttpServerRequest request,
            InputStream body,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Prefer") @Nullable String prefer) {
        UUID feed = id(id);
        Target target = target(feed);
        target.check(new Parameters(request.query(), List.of()));
        Preconditions conditions = target.read(() -> Preconditions.of(ifMatch, null));
        JsonNode patch = target.read(() -> JsonBody.read(body));
        return written(service.patch(feed, patch, conditions), false, prefer);
    }

    @DELETE
    @Produces(MediaType.WILDCARD) // Nothing: clients that accept only problems are right to.
    @Path("/{id}")
    @Operation(
            operationId = "deleteFeed",
            summary = "Follow a feed no more",
            description = "The articles that it brought stay.")
    public Response delete(
            @RestPath String id,
            @Context HttpServerRequest request,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        UUID feed = id(id);
        Target target = target(feed);
        target.check(new Parameters(request.query(), List.of()));
        service.delete(feed, target.read(() -> Preconditions.of(ifMatch, null)));
        return Response.noContent().build();
    }

    @POST
    @Path("/{id}/fetch")
    @Operation(
            operationId = "fetchFeed",
            summary = "Fetch a feed now",
            description =
                    "Due or not, switched on or not; all of it, also where nothing has changed. The report is that of an"
                            + " import; an entry whose article was deleted here is `rejected`, with a finding `deleted-here`.")
    public Response fetch(@RestPath String id, @Context HttpServerRequest request) throws InterruptedException {
        UUID feed = id(id);
        target(feed).check(new Parameters(request.query(), List.of()));
        Lease lease = leases.take(feed)
                .orElseThrow(() -> feeds.exists(feed) ? busy("The feed is being fetched.") : FeedService.unknown(feed));
        ImportReport report = fetches.run(lease)
                .orElseThrow(
                        () -> busy("As many feeds are being fetched as may be at one time because somebody asks."));
        return Response.ok(report).build();
    }

    private static ProblemException busy(String detail) {
        return new ProblemException(ProblemCode.FEED_BUSY, detail).header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
    }

    private Response written(Stamped<FeedView> feed, boolean created, @Nullable String prefer) {
        return answers.written(
                feed,
                WHOLE.fields(),
                created ? URI.create("/v1/feeds/" + feed.view().id()) : null,
                prefer);
    }

    private static UUID id(String text) {
        try {
            return Ids.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw unknown(text);
        }
    }

    @Override
    public String path() {
        return "/v1/feeds/";
    }

    @Override
    public Target member(String address) {
        caller.requireEditor();
        // The list as OPML is no feed, but it is there.
        return address.equals("opml") ? new Target(() -> true, () -> unknown(address)) : target(id(address));
    }

    private static ProblemException unknown(String address) {
        return ProblemException.notFound("There is no feed `" + address + "`.");
    }

    private Target target(UUID feed) {
        return new Target(() -> feeds.exists(feed), () -> FeedService.unknown(feed));
    }
}
