package io.khabar.article;

import io.khabar.http.Parameters;
import io.khabar.http.ProblemCode;
import io.khabar.http.QueryParameter;
import io.khabar.list.Answers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The values that articles have, counted, over HTTP. */
@Path("/v1/facets")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "search")
public class FacetResource {

    private static final QueryParameter BY = QueryParameter.word(
                    "by", "The fields whose values are counted.", FacetField.words())
            .listed()
            .mandatory()
            .example("source,language");
    private static final QueryParameter TOP = QueryParameter.integer(
                    "top", "Most values of a field that are named.", 1, ArticleFacets.MOST)
            .defaultsTo("10");
    private static final QueryParameter IGNORE_OWN_FILTER = QueryParameter.flag(
                    "ignoreOwnFilter",
                    "Whether the counts of each field ignore the filter on itself: what a panel of filters shows, in which"
                            + " one more value of a field is one more choice.")
            .defaultsTo("false");

    /** The parameters of facets. */
    public static final List<QueryParameter> PARAMETERS = Stream.concat(
                    Stream.of(BY, TOP, IGNORE_OWN_FILTER, ArticleQuery.FRESH),
                    Stream.concat(ArticleQuery.PARAMETERS.stream(), ArticleFilter.PARAMETERS.stream()))
            .toList();

    private final ArticleFacets facets;
    private final Freshness freshness;
    private final Answers answers;

    FacetResource(ArticleFacets facets, Freshness freshness, Answers answers) {
        this.facets = facets;
        this.freshness = freshness;
        this.answers = answers;
    }

    @GET
    @Operation(
            operationId = "getFacets",
            summary = "Count articles by source, language, section, keyword, author or country",
            description = "The commonest values of each field over any filter of the list of articles, with or without"
                    + " `q`. Counts are exact, as of what the search index has.")
    public Response count(
            @Context HttpServerRequest request, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        Parameters parameters = new Parameters(request.query(), PARAMETERS);
        List<FacetField> by = parameters.words(BY).stream().map(FacetField::of).toList();
        Integer top = parameters.integer(TOP, ProblemCode.LIMIT_OUT_OF_RANGE);
        boolean ignoreOwnFilter = parameters.flag(IGNORE_OWN_FILTER);
        boolean fresh = parameters.flag(ArticleQuery.FRESH);
        ArticleFilter filter = ArticleFilter.of(parameters);
        ArticleQuery query = ArticleQuery.of(parameters);
        parameters.check();
        return freshness.of(
                fresh,
                () -> answers.computed(
                        facets.count(query, filter, by, top == null ? 1 : top, ignoreOwnFilter), ifNoneMatch));
    }
}
