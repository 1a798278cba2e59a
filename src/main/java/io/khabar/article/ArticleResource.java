package io.khabar.article;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.khabar.idempotency.IdempotencyKey;
import io.khabar.idempotency.Once;
import io.khabar.idempotency.RequestHash;
import io.khabar.list.Answers;
import io.khabar.list.Fields;
import io.khabar.list.Page;
import io.khabar.list.Paging;
import io.khabar.list.Shown;
import io.khabar.list.SortOrder;
import io.khabar.list.Stamped;
import io.khabar.search.query.TextField;
import io.khabar.source.SourceView;
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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Articles over HTTP. */
@Path("/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "articles")
public class ArticleResource implements Members {

    private static final SortOrder PUBLISHED = SortOrder.byTime("published", "a.published_sort");
    private static final SortOrder UPDATED = SortOrder.byTime("updated", "a.updated_at");
    private static final SortOrder CREATED = SortOrder.byTime("created", "a.created_at");
    private static final List<SortOrder> ORDERS =
            List.of(PUBLISHED.reversed(), PUBLISHED, UPDATED.reversed(), UPDATED, CREATED.reversed(), CREATED);
    private static final List<SortOrder> LIST_ORDERS =
            Stream.concat(ORDERS.stream(), Stream.of(Paging.RELEVANCE)).toList();
    private static final QueryParameter SORT = Paging.sort(
            "Order of the list; a minus sign means newest first. By `published`, articles without that date come"
                    + " first, by `-published` last. `relevance`, the default with `q` and only there, is the best first,"
                    + " and ends after 10,000.",
            LIST_ORDERS);
    private static final List<SortOrder> SEARCH_ORDERS =
            Stream.concat(Stream.of(Paging.RELEVANCE), ORDERS.stream()).toList();
    private static final QueryParameter SEARCH_SORT = Paging.sort("Order of the hits.", SEARCH_ORDERS);
    private static final QueryParameter FIELDS = Shown.fieldsOverView("id,title,source.name");
    private static final QueryParameter VIEW_IN_LISTS = Shown.view("summary");
    private static final QueryParameter VIEW_OF_ONE = Shown.view("full");
    private static final QueryParameter EMBED = Shown.embed(
            "`dates`: the dates that the article carries; `source`: the whole source instead of its reference.",
            List.of("dates", "source"));

    private static final Fields ALL = Fields.of(ArticleView.class)
            .with("source", Fields.of(SourceView.class).without(Set.of("stats")));
    private static final Fields FULL_FIELDS = ALL.whole();
    private static final Fields SUMMARY_FIELDS =
            ALL.without(Set.of("body", "dates", "derived", "zone", "bias")).whole();

    /** All that an article shows by itself. */
    static final Shown FULL = new Shown(FULL_FIELDS, Set.of());

    /** The parameters of the list. */
    public static final List<QueryParameter> LIST_PARAMETERS = Stream.concat(
                    Stream.concat(ArticleQuery.LIST_PARAMETERS.stream(), ArticleFilter.PARAMETERS.stream()),
                    Stream.of(SORT, Paging.LIMIT, Paging.CURSOR, Paging.COUNT, FIELDS, VIEW_IN_LISTS, EMBED))
            .toList();

    /** The parameters of the articles that are like another. */
    public static final List<QueryParameter> SIMILAR_PARAMETERS =
            List.of(ArticleQuery.FRESH, Paging.LIMIT, FIELDS, VIEW_IN_LISTS, EMBED);

    /** The parameters of one article. */
    public static final List<QueryParameter> ONE_PARAMETERS = List.of(FIELDS, VIEW_OF_ONE, EMBED);

    private final ArticleRepository articles;
    private final ArticleService service;
    private final ArticleSearch found;
    private final SimilarArticles similar;
    private final Freshness freshness;
    private final Answers answers;
    private final Once once;

    ArticleResource(
            ArticleRepository articles,
            ArticleService service,
            ArticleSearch found,
            SimilarArticles similar,
            Freshness freshness,
            Answers answers,
            Once once) {
        this.once = once;
        this.articles = articles;
        this.found = found;
        this.similar = similar;
        this.freshness = freshness;
        this.service = service;
        this.answers = answers;
    }

    @GET
    @Operation(
            operationId = "listArticles",
            summary = "List articles",
            description = "Filters combine with AND; the values of one parameter with OR.")
    public Response list(
            @Context HttpServerRequest request, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        Parameters parameters = new Parameters(request.query(), LIST_PARAMETERS);
        ArticleFilter filter = ArticleFilter.of(parameters);
        ArticleQuery query = ArticleQuery.of(parameters);
        boolean search = ArticleQuery.isSearch(parameters);
        Paging paging = search
                ? Paging.of(parameters, "articles", SEARCH_SORT, SEARCH_ORDERS)
                : Paging.of(parameters, "articles", SORT, LIST_ORDERS);
        ArticleQuery.needs(parameters, !search && paging.order().equals(Paging.RELEVANCE), "sort");
        List<TextField> highlighted = ArticleQuery.highlighted(parameters);
        boolean fresh = ArticleQuery.fresh(parameters);
        Shown chosen = shown(parameters, VIEW_IN_LISTS);
        Shown marked = highlighted.isEmpty() || chosen.fields().has("highlights")
                ? chosen
                : new Shown(chosen.fields().with("highlights"), chosen.embedded());
        Shown shown = filter.collapses() ? marked.embedding(ArticleColumns.COUNTS) : marked;
        parameters.check();
        if (query == null) {
            Page<ArticleView> page = articles.page(filter, paging, shown);
            return answers.page(page, shown.fields(), "/v1/articles", request.query(), ifNoneMatch);
        }
        return freshness.of(
                fresh,
                () -> answers.page(
                        found.page(query, filter, paging, shown, highlighted),
                        shown.fields(),
                        "/v1/articles",
                        request.query(),
                        ifNoneMatch));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createArticle",
            summary = "Create an article",
            description =
                    "What is absent and can be derived from the text is: language, directions. So are the dates that the body"
                            + " speaks of, counted from `published` in the time zone of the source; without `published` relative"
                            + " ones (`yesterday`) are not resolved. In an article that was read here or elsewhere and is sent"
                            + " back, what its `derived` names stays derived.")
    @Parameter(name = IdempotencyKey.HEADER, in = ParameterIn.HEADER)
    public Response create(
            @Context HttpServerRequest request, InputStream body, @HeaderParam("Prefer") @Nullable String prefer) {
        new Parameters(request.query(), List.of()).check();
        IdempotencyKey key = IdempotencyKey.of("createArticle", request);
        byte[] bytes = JsonBody.bytes(body, JsonBody.LIMIT);
        SentBack article = SentBack.read(JsonBody.parse(bytes));
        if (key == null) {
            return written(service.create(article), true, prefer);
        }
        String hash = RequestHash.of(bytes, String.valueOf(prefer));
        return service.create(article, insert -> once.run(key, hash, () -> written(insert.get(), true, prefer)));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getArticle",
            summary = "Get an article",
            description = "The whole article, or the part that `fields` or `view` choose.")
    public Response get(
            @RestPath("id") String address,
            @Context HttpServerRequest request,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        UUID id = id(address);
        Parameters parameters = new Parameters(request.query(), ONE_PARAMETERS);
        Shown shown = shown(parameters, VIEW_OF_ONE);
        target(id).check(parameters);
        Stamped<ArticleView> article = articles.view(id, shown).orElseThrow(() -> ArticleService.unknown(id));
        return answers.one(article, shown.fields(), ifNoneMatch);
    }

    @GET
    @Path("/{id}/similar")
    @Operation(
            operationId = "listSimilarArticles",
            summary = "List articles that speak of the same",
            description =
                    "By their content, the most alike first, each with a `score`. Copies of the article itself, as"
                            + " agencies' reports are, come behind all others. With `view=full`, what is found ends where there"
                            + " are a million characters of it.")
    public Response similar(
            @RestPath("id") String address,
            @Context HttpServerRequest request,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        UUID id = id(address);
        Parameters parameters = new Parameters(request.query(), SIMILAR_PARAMETERS);
        Integer limit = parameters.integer(Paging.LIMIT, ProblemCode.LIMIT_OUT_OF_RANGE);
        boolean fresh = parameters.flag(ArticleQuery.FRESH);
        Shown shown = shown(parameters, VIEW_IN_LISTS);
        target(id).check(parameters);
        return freshness.of(
                fresh,
                () -> answers.page(
                        similar.to(id, limit == null ? 1 : limit, shown).orElseThrow(() -> ArticleService.unknown(id)),
                        shown.fields(),
                        "/v1/articles/" + id + "/similar",
                        request.query(),
                        ifNoneMatch));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceArticle",
            summary = "Replace or create an article",
            description =
                    "What the body leaves out is removed, or derived again. A derived value that is sent back as it was read"
                            + " stays derived. Dates that were given stay.")
    public Response replace(
            @RestPath("id") String address,
            @Context HttpServerRequest request,
            InputStream body,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @HeaderParam("Prefer") @Nullable String prefer) {
        UUID id = id(address);
        new Parameters(request.query(), List.of()).check();
        Preconditions conditions = Preconditions.of(ifMatch, ifNoneMatch);
        ArticleService.Written written = service.replace(id, JsonBody.read(body), conditions);
        return written(written.article(), written.created(), prefer);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "patchArticle",
            summary = "Change some fields of an article",
            description =
                    "A merge patch (RFC 7396): `null` removes, or gives back to derivation, `language`, `direction` and"
                            + " `titleDirection` always, `lead` where an import had found it; arrays are replaced whole. What it"
                            + " names with a value is given from then on. Mentioned dates are derived again"
                            + " when `body`, `published`, `language` or `source` change; dates that were given stay.")
    public Response patch(
            @RestPath("id") String address,
            @Context HttpServerRequest request,
            InputStream body,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Prefer") @Nullable String prefer) {
        UUID id = id(address);
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
            operationId = "deleteArticle",
            summary = "Delete an article",
            description = "Its dates go with it. No feed that is followed brings it back; `POST /v1/imports` does.")
    public Response delete(
            @RestPath("id") String address,
            @Context HttpServerRequest request,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        UUID id = id(address);
        Target target = target(id);
        target.check(new Parameters(request.query(), List.of()));
        service.delete(id, target.read(() -> Preconditions.of(ifMatch, null)));
        return Response.noContent().build();
    }

    private static Shown shown(Parameters parameters, QueryParameter view) {
        Set<String> embedded = Set.copyOf(parameters.words(EMBED));
        Fields byDefault = "full".equals(parameters.word(view)) ? FULL_FIELDS : SUMMARY_FIELDS;
        Shown shown = Shown.of(parameters, ALL, byDefault, embedded);
        return embedded.contains("dates") && !shown.fields().has("dates")
                ? new Shown(shown.fields().with("dates"), embedded)
                : shown;
    }

    private Response written(Stamped<ArticleView> article, boolean created, @Nullable String prefer) {
        URI location = created ? URI.create("/v1/articles/" + article.view().id()) : null;
        return answers.written(article, FULL_FIELDS, location, prefer);
    }

    @Override
    public String path() {
        return "/v1/articles/";
    }

    @Override
    public Target member(String address) {
        return target(id(address));
    }

    private Target target(UUID id) {
        return new Target(() -> articles.exists(id), () -> ArticleService.unknown(id));
    }

    /** A malformed id in an address is the id of nothing. */
    static UUID id(String address) {
        if (!Ids.isId(address)) {
            throw ProblemException.notFound("There is nothing with the id `" + address + "`: ids are UUIDs.");
        }
        return Ids.parse(address);
    }
}
