package io.khabar.article;

import io.khabar.http.JsonBody;
import io.khabar.http.Parameters;
import io.khabar.http.QueryParameter;
import io.khabar.http.Target;
import io.khabar.list.Answers;
import io.khabar.list.Fields;
import io.khabar.list.Paging;
import io.khabar.list.Stamped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * The dates of one article, over HTTP. A class of its own: Jakarta REST chooses the class by the longest path, and would
 * never look for this one beside that of the articles.
 */
@Path("/v1/articles/{id}/dates")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "dates")
public class ArticleDatesResource {

    /** The parameters of the list. */
    public static final List<QueryParameter> LIST_PARAMETERS = Stream.concat(
                    DateFilter.OF_ONE_ARTICLE.stream(), DateResource.LIST.stream())
            .toList();

    private final DateRepository dates;
    private final ArticleRepository articles;
    private final DateService service;
    private final Answers answers;

    ArticleDatesResource(DateRepository dates, ArticleRepository articles, DateService service, Answers answers) {
        this.dates = dates;
        this.articles = articles;
        this.service = service;
        this.answers = answers;
    }

    @GET
    @Operation(
            operationId = "listArticleDates",
            summary = "List the dates of an article",
            description = "Mentioned dates, and when it was published and modified.")
    public Response list(
            @RestPath("id") String address,
            @Context HttpServerRequest request,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        UUID articleId = ArticleResource.id(address);
        Parameters parameters = new Parameters(request.query(), LIST_PARAMETERS);
        DateFilter filter = DateFilter.of(parameters).of(articleId);
        Paging paging = Paging.of(parameters, "dates of " + articleId, DateResource.SORT, DateResource.ORDERS);
        Fields fields = DateResource.fields(parameters);
        article(articleId).check(parameters);
        if (!articles.exists(articleId)) {
            throw ArticleService.unknown(articleId);
        }
        String path = "/v1/articles/" + articleId + "/dates";
        return answers.page(dates.page(filter, paging, fields), fields, path, request.query(), ifNoneMatch);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createArticleDate",
            summary = "Add a date to an article",
            description =
                    "An article has at most one `published` and one `modified` date; they are the fields of that name. A"
                            + " mentioned date takes the place of a derived one that stands there, or, without a place,"
                            + " of those with its text or its value.")
    public Response create(
            @RestPath("id") String address,
            @Context HttpServerRequest request,
            InputStream body,
            @HeaderParam("Prefer") @Nullable String prefer) {
        UUID articleId = ArticleResource.id(address);
        Target article = article(articleId);
        article.check(new Parameters(request.query(), List.of()));
        NewDate written = article.read(() -> DateService.READER.read(JsonBody.read(body)));
        Stamped<DateView> date = service.create(articleId, written);
        return answers.written(date, DateResource.ALL, DateResource.location(date), prefer);
    }

    private Target article(UUID id) {
        return new Target(() -> articles.exists(id), () -> ArticleService.unknown(id));
    }
}
