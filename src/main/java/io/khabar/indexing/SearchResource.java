package io.khabar.indexing;

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
    private final Answers answers;
    private final Clock clock;

    SearchResource(SearchEngine engine, Indexer indexer, ChangeLog log, Answers answers, Clock clock) {
        this.engine = engine;
        this.indexer = indexer;
        this.log = log;
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
        boolean ready = engine.complete();
        SearchView view = new SearchView(
                engine.backend(),
                ready ? "ready" : "rebuilding",
                ready ? engine.documents() : indexer.built(),
                ready ? lag() : 0);
        return answers.computed(view, ifNoneMatch);
    }

    private long lag() {
        ChangeBatch next = log.read(indexer.position(), Set.of(Change.Entity.ARTICLE), 1);
        return next.entries().isEmpty()
                ? 0
                : Math.max(
                        0,
                        Duration.between(next.entries().getFirst().change().time(), clock.instant())
                                .toMillis());
    }
}
