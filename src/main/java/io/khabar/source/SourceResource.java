package io.khabar.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.http.JsonBody;
import io.khabar.http.Members;
import io.khabar.http.MergePatch;
import io.khabar.http.Parameters;
import io.khabar.http.Preconditions;
import io.khabar.http.ProblemException;
import io.khabar.http.QueryParameter;
import io.khabar.http.Target;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Publishers of articles over HTTP. */
@Path("/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "sources")
public class SourceResource implements Members {

    private static final SortOrder NAME = SortOrder.byBytes("name", "s.name_sort");
    private static final SortOrder CREATED = SortOrder.byTime("created", "s.created_at");
    private static final List<SortOrder> ORDERS = List.of(NAME, NAME.reversed(), CREATED, CREATED.reversed());
    private static final QueryParameter SORT =
            Paging.sort("Order of the list: by name (as CLDR sorts), or by when it was created.", ORDERS);
    private static final QueryParameter FIELDS = Shown.fields("key,name");
    private static final QueryParameter EMBED =
            Shown.embed("`stats`: how many articles it has, and from when to when.", List.of("stats"));

    private static final Fields ALL = Fields.of(SourceView.class).without(Set.of("stats"));
    private static final Fields WITH_STATS = Fields.of(SourceView.class);

    /** All that one source shows by itself. */
    static final Shown WHOLE = new Shown(ALL.whole(), Set.of());

    /** The parameters of the list. */
    public static final List<QueryParameter> LIST_PARAMETERS = Stream.concat(
                    SourceFilter.PARAMETERS.stream(),
                    Stream.of(SORT, Paging.LIMIT, Paging.CURSOR, Paging.COUNT, FIELDS))
            .toList();

    /** The parameters of one source. */
    public static final List<QueryParameter> ONE_PARAMETERS = List.of(FIELDS, EMBED);

    private final SourceRepository sources;
    private final SourceService service;
    private final Answers answers;

    SourceResource(SourceRepository sources, SourceService service, Answers answers) {
        this.sources = sources;
        this.service = service;
        this.answers = answers;
    }

    @GET
    @Operation(
            operationId = "listSources",
            summary = "List sources",
            description = "Filters combine with AND; the values of one parameter with OR.")
    public Response list(
            @Context HttpServerRequest request, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        Parameters parameters = new Parameters(request.query(), LIST_PARAMETERS);
        SourceFilter filter = SourceFilter.of(parameters);
        Paging paging = Paging.of(parameters, "sources", SORT, ORDERS);
        Shown shown = Shown.of(parameters, ALL, ALL.whole(), Set.of());
        parameters.check();
        Page<SourceView> page = sources.page(filter, paging, shown);
        return answers.page(page, shown.fields(), "/v1/sources", request.query(), ifNoneMatch);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createSource",
            summary = "Create a source",
            description = "Keys and aliases of all sources are unique together.")
    public Response create(
            @Context HttpServerRequest request, InputStream body, @HeaderParam("Prefer") @Nullable String prefer) {
        new Parameters(request.query(), List.of()).check();
        Stamped<SourceView> created = service.create(SourceService.READER.read(JsonBody.read(body)));
        return written(created, true, prefer);
    }

    @GET
    @Path("/{idOrKey}")
    @Operation(
            operationId = "getSource",
            summary = "Get a source",
            description = "The whole source, or the fields that are asked for.")
    public Response get(
            @RestPath String idOrKey,
            @Context HttpServerRequest request,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        SourceReference address = address(idOrKey);
        Parameters parameters = new Parameters(request.query(), ONE_PARAMETERS);
        Set<String> embedded = new HashSet<>(parameters.words(EMBED));
        boolean stats = embedded.contains("stats");
        Fields byDefault = stats ? WITH_STATS.whole() : ALL.whole();
        Shown shown = Shown.of(parameters, stats ? WITH_STATS : ALL, byDefault, embedded);
        target(address).check(parameters);
        Stamped<SourceView> source = sources.view(address, shown).orElseThrow(() -> SourceService.unknown(address));
        return answers.one(source, shown.fields(), ifNoneMatch);
    }

    @PUT
    @Path("/{idOrKey}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceSource",
            summary = "Replace or create a source",
            description = "What the body leaves out is removed.")
    public Response replace(
            @RestPath String idOrKey,
            @Context HttpServerRequest request,
            InputStream body,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @HeaderParam("Prefer") @Nullable String prefer) {
        SourceReference address = address(idOrKey);
        new Parameters(request.query(), List.of()).check();
        Preconditions conditions = Preconditions.of(ifMatch, ifNoneMatch);
        NewSource replacement = SourceService.READER.read(JsonBody.read(body));
        SourceService.Written written = service.replace(address, replacement, conditions);
        return written(written.source(), written.created(), prefer);
    }

    @PATCH
    @Path("/{idOrKey}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "patchSource",
            summary = "Change some fields of a source",
            description = "A merge patch (RFC 7396): `null` removes, arrays are replaced whole.")
    public Response patch(
            @RestPath String idOrKey,
            @Context HttpServerRequest request,
            InputStream body,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Prefer") @Nullable String prefer) {
        SourceReference address = address(idOrKey);
        Target target = target(address);
        target.check(new Parameters(request.query(), List.of()));
        Preconditions conditions = target.read(() -> Preconditions.of(ifMatch, null));
        JsonNode patch = target.read(() -> JsonBody.read(body));
        return written(service.patch(address, patch, conditions), false, prefer);
    }

    @DELETE
    @Produces(MediaType.WILDCARD) // Nothing: clients that accept only problems are right to.
    @Path("/{idOrKey}")
    @Operation(
            operationId = "deleteSource",
            summary = "Delete a source",
            description = "Only a source without articles and feeds can go.")
    public Response delete(
            @RestPath String idOrKey,
            @Context HttpServerRequest request,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        SourceReference address = address(idOrKey);
        Target target = target(address);
        target.check(new Parameters(request.query(), List.of()));
        service.delete(address, target.read(() -> Preconditions.of(ifMatch, null)));
        return Response.noContent().build();
    }

    private Response written(Stamped<SourceView> source, boolean created, @Nullable String prefer) {
        return answers.written(
                source,
                WHOLE.fields(),
                created ? URI.create("/v1/sources/" + source.view().id()) : null,
                prefer);
    }

    private static SourceReference address(String idOrKey) {
        try {
            return SourceReference.parse(idOrKey);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.notFound("There is no source `" + idOrKey + "`.");
        }
    }

    @Override
    public String path() {
        return "/v1/sources/";
    }

    @Override
    public Target member(String idOrKey) {
        return target(address(idOrKey));
    }

    private Target target(SourceReference address) {
        return new Target(() -> sources.exists(address), () -> SourceService.unknown(address));
    }
}
