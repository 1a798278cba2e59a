package io.khabar.article;

import io.khabar.http.Parameters;
import io.khabar.http.ProblemCode;
import io.khabar.http.QueryParameter;
import io.khabar.list.Answers;
import io.khabar.search.query.Query;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Completions over HTTP. */
@Path("/v1/suggest")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "search")
public class SuggestResource {

    private static final QueryParameter Q = QueryParameter.text(
                    "q",
                    "What is typed so far: words, the last of which need not be whole. At most " + Query.LONGEST
                            + " characters and " + Query.MOST_WORDS + " words.")
            .maxLength(Query.LONGEST)
            .mandatory()
            .example("وزار");
    private static final QueryParameter LIMIT = QueryParameter.integer(
                    "limit", "Most suggestions.", 1, Suggestions.MOST)
            .defaultsTo("10");

    /** The parameters of suggestions. */
    public static final List<QueryParameter> PARAMETERS = List.of(Q, LIMIT);

    private final Suggestions suggestions;
    private final Answers answers;

    SuggestResource(Suggestions suggestions, Answers answers) {
        this.suggestions = suggestions;
        this.answers = answers;
    }

    @GET
    @Operation(
            operationId = "suggest",
            summary = "Complete what somebody types",
            description =
                    "Titles, keywords and names of sources that have the words and one that begins as the last does;"
                            + " an Arabic article or preposition before a word, here or there, is no hindrance.")
    public Response suggest(
            @Context HttpServerRequest request, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        Parameters parameters = new Parameters(request.query(), PARAMETERS);
        String text = parameters.value(Q, SuggestResource::typed);
        Integer limit = parameters.integer(LIMIT, ProblemCode.LIMIT_OUT_OF_RANGE);
        parameters.check();
        return answers.computed(suggestions.to(text == null ? "" : text, limit == null ? 1 : limit), ifNoneMatch);
    }

    private static String typed(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("must not be empty");
        }
        ArticleQuery.parse(text);
        return text;
    }
}
