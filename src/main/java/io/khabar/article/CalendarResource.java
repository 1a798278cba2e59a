package io.khabar.article;

import io.khabar.http.Parameters;
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

/** Articles by the calendar, over HTTP. */
@Path("/v1/calendar")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "dates")
public class CalendarResource {

    private static final QueryParameter BY = QueryParameter.word(
                    "by", "Size of the buckets; weeks are ISO weeks.", List.of("year", "month", "week", "day"))
            .mandatory()
            .example("month");
    private static final QueryParameter ROLE = QueryParameter.word(
                    "role", "Which dates are counted.", List.of("published", "mentioned"))
            .mandatory()
            .example("published");
    private static final QueryParameter EMPTY = QueryParameter.flag(
                    "empty",
                    "Whether buckets without articles are shown: all of the period that `published` says, or `mentions` where"
                            + " that `role` is counted; where it is open, or not said, from the first to the last that has any."
                            + " Those outside of it that have any, as articles speak of several times, are shown, too.")
            .defaultsTo("false");

    /** The parameters of the calendar. */
    public static final List<QueryParameter> PARAMETERS = Stream.concat(
                    Stream.of(BY, ROLE, EMPTY, ArticleQuery.FRESH),
                    Stream.concat(ArticleQuery.PARAMETERS.stream(), ArticleFilter.PARAMETERS.stream()))
            .toList();

    private final ArticleCalendar calendar;
    private final Freshness freshness;
    private final Answers answers;

    CalendarResource(ArticleCalendar calendar, Freshness freshness, Answers answers) {
        this.calendar = calendar;
        this.freshness = freshness;
        this.answers = answers;
    }

    @GET
    @Operation(
            operationId = "getCalendar",
            summary = "Count articles by year, month, week or day",
            description =
                    "Distinct articles in each bucket, over any filter of the list of articles, with or without `q`.")
    public Response count(
            @Context HttpServerRequest request, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        Parameters parameters = new Parameters(request.query(), PARAMETERS);
        String by = parameters.word(BY);
        String role = parameters.word(ROLE);
        boolean empty = parameters.flag(EMPTY);
        ArticleFilter filter = ArticleFilter.of(parameters);
        ArticleQuery query = ArticleQuery.of(parameters);
        boolean fresh = ArticleQuery.fresh(parameters);
        parameters.check();
        if (by == null || role == null) {
            throw new IllegalStateException("a missing parameter was not reported");
        }
        return freshness.of(
                fresh,
                () -> answers.computed(
                        calendar.of(query, filter, CalendarUnit.of(by), Role.of(role), empty), ifNoneMatch));
    }
}
