package io.khabar.indexing;

import io.khabar.access.Caller;
import io.khabar.change.Change;
import io.khabar.change.ChangeBatch;
import io.khabar.change.ChangeLog;
import io.khabar.http.Parameters;
import io.khabar.list.Answers;
import io.khabar.search.SearchEngine;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The search index over HTTP. */
@Path("/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "search")
public class SearchResource {

    private final SearchEngine engine;
    private final Indexer indexer;
    private final ChangeLog log;
    private final Caller caller;
    private final Answers answers;
    private final Clock clock;

    SearchResource(SearchEngine engine, Indexer indexer, ChangeLog log, Caller caller, Answers answers, Clock clock) {
        this.engine = engine;
        this.indexer = indexer;
        this.log = log;
        this.caller = caller;
        this.answers = answers;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "getSearch",
            summary = "How the search index is",
            description = "Articles are found by `q` in `GET /v1/articles`; this tells how far the index is behind.")
    public Response get(
            @Context HttpServerRequest request, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        new Parameters(request.query(), List.of()).check();
        return answers.computed(view(), ifNoneMatch);
    }

    @POST
    @Path("/rebuild")
    @Operation(
            operationId = "rebuildSearch",
            summary = "Build the search index anew",
            description =
                    "Beside the index that answers, which the new one replaces when it is whole. Needs a key with the"
                            + " role `admin`. Where one is being built already, nothing more is begun.")
    public Response rebuild(@Context HttpServerRequest request) {
        caller.requireAdmin();
        new Parameters(request.query(), List.of()).check();
        indexer.rebuild();
        return answers.begun(view());
    }

    private SearchView view() {
        SearchState state = SearchState.of(engine);
        SearchView.Rebuild rebuild = indexer.building();
        return new SearchView(
                engine.backend(),
                state.word(),
                state.answers() || rebuild == null ? state.documents() : rebuild.articles(),
                engine.complete() ? lag() : 0,
                rebuild);
    }

    private long lag() {
        ChangeBatch next = log.read(engine.position(), Set.of(Change.Entity.ARTICLE), 1);
        return next.entries().isEmpty()
                ? 0
                : Math.max(
                        0,
                        Duration.between(next.entries().getFirst().change().time(), clock.instant())
                                .toMillis());
    }
}
