package io.khabar.article;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.http.JsonBody;
import io.khabar.http.Members;
import io.khabar.http.MergePatch;
import io.khabar.http.Parameters;
import io.khabar.http.Preconditions;
import io.khabar.http.QueryParameter;
import io.khabar.http.Target;
import io.khabar.list.Answers;
import io.khabar.list.Fields;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
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

/** The dates that articles carry, over HTTP. */
@Path("/v1/dates")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "dates")
public class DateResource implements Members {

    private static final SortOrder EARLIEST = SortOrder.byTime("earliest", "d.earliest_sort");
    static final List<SortOrder> ORDERS = List.of(EARLIEST, EARLIEST.reversed());
    static final QueryParameter SORT = Paging.sort(
            "Order of the list: by when the date begins. What is not resolved, or open towards the past, comes before"
                    + " all others.",
            ORDERS);

    private static final QueryParameter FIELDS = Shown.fields("id,value,text");
    private static final Fields CHOICE = Fields.of(DateView.class);

    /** All fields of a date. */
    static final Fields ALL = CHOICE.whole();

    /** The parameters that every list of dates has, whatever it filters by. */
    static final List<QueryParameter> LIST = List.of(SORT, Paging.LIMIT, Paging.CURSOR, Paging.COUNT, FIELDS);

    /** The parameters of the list. */
    public static final List<QueryParameter> LIST_PARAMETERS =
            Stream.concat(DateFilter.PARAMETERS.stream(), LIST.stream()).toList();

    /** The parameters of one date. */
    public static final List<QueryParameter> ONE_PARAMETERS = List.of(FIELDS);

    private final DateRepository dates;
    private final DateService service;
    private final Answers answers;

    DateResource(DateRepository dates, DateService service, Answers answers) {
        this.dates = dates;
        this.service = service;
        this.answers = answers;
    }

    @GET
    @Operation(
            operationId = "listDates",
            summary = "List the dates of all articles",
            description = "Mentioned dates, and when articles were published and modified.")
    public Response list(
            @Context HttpServerRequest request, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        Parameters parameters = new Parameters(request.query(), LIST_PARAMETERS);
        DateFilter filter = DateFilter.of(parameters);
        Paging paging = Paging.of(parameters, "dates", SORT, ORDERS);
        Fields fields = fields(parameters);
        parameters.check();
        return answers.page(dates.page(filter, paging, fields), fields, "/v1/dates", request.query(), ifNoneMatch);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getDate",
            summary = "Get a date",
            description = "The whole date, or the fields that are asked for.")
    public Response get(
            @RestPath("id") String address,
            @Context HttpServerRequest request,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        UUID id = ArticleResource.id(address);
        Parameters parameters = new Parameters(request.query(), ONE_PARAMETERS);
        Fields fields = fields(parameters);
        target(id).check(parameters);
        Stamped<DateView> date = dates.view(id, fields).orElseThrow(() -> DateService.unknown(id));
        return answers.one(date, fields, ifNoneMatch);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceDate",
            summary = "Replace or create a date",
            description = "Raises the version of its article too. To create one, `articleId` is needed.")
    public Response replace(
            @RestPath("id") String address,
            @Context HttpServerRequest request,
            InputStream body,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @HeaderParam("Prefer") @Nullable String prefer) {
        UUID id = ArticleResource.id(address);
        new Parameters(request.query(), List.of()).check();
        Preconditions conditions = Preconditions.of(ifMatch, ifNoneMatch);
        NewDate replacement = DateService.READER.read(JsonBody.read(body));
        DateService.Written written = service.replace(id, replacement, conditions);
        return written(written.date(), written.created(), prefer);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "patchDate",
            summary = "Change some fields of a date",
            description = "A merge patch (RFC 7396): `null` removes. A derived date becomes a given one.")
    public Response patch(
            @RestPath("id") String address,
            @Context HttpServerRequest request,
            InputStream body,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Prefer") @Nullable String prefer) {
        UUID id = ArticleResource.id(address);
        Target target = target(id);
        target.check(new Parameters(request.query(), List.of()));
        Preconditions conditions = target.read(() -> Preconditions.of(ifMatch, null));
        JsonNode patch = target.read(() -> JsonBody.read(body));
        return written(service.patch(id, patch, conditions), false, prefer);
    }

    @DELETE
    @Produces(MediaType.WILDCARD) // Nothing: clients that accept only problems are right to.
    @Path("/{id}")
    @Operation(
            operationId = "deleteDate",
            summary = "Delete a date",
            description = "A derived date that was deleted, or written and then deleted, is not derived again.")
    public Response delete(
            @RestPath("id") String address,
            @Context HttpServerRequest request,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        UUID id = ArticleResource.id(address);
        Target target = target(id);
        target.check(new Parameters(request.query(), List.of()));
        service.delete(id, target.read(() -> Preconditions.of(ifMatch, null)));
        return Response.noContent().build();
    }

    /** The fields that a request asks for. */
    static Fields fields(Parameters parameters) {
        return Shown.of(parameters, CHOICE, ALL, Set.of()).fields();
    }

    private Response written(Stamped<DateView> date, boolean created, @Nullable String prefer) {
        return answers.written(date, ALL, created ? location(date) : null, prefer);
    }

    /** The address of a date. */
    static URI location(Stamped<DateView> date) {
        return URI.create("/v1/dates/" + date.view().id());
    }

    @Override
    public String path() {
        return "/v1/dates/";
    }

    @Override
    public Target member(String address) {
        return target(ArticleResource.id(address));
    }

    private Target target(UUID id) {
        return new Target(() -> dates.exists(id), () -> DateService.unknown(id));
    }
}
