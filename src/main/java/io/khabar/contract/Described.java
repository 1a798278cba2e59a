package io.khabar.contract;

import io.khabar.http.MergePatch;
import io.khabar.http.QueryParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * An operation, as far as its kind does not say it.
 *
 * @param schema name of the schema of what it reads or writes
 * @param query the query parameters that it reads
 * @param restricted whether reading, too, needs the role `editor`
 */
record Described(Kind kind, String schema, List<QueryParameter> query, boolean restricted) {

    Described(Kind kind, String schema, List<QueryParameter> query) {
        this(kind, schema, query, false);
    }

    /** The same, but reading needs the role `editor` too. */
    Described forEditors() {
        return new Described(kind, schema, query, true);
    }

    static final String JSON = "application/json";

    private static final String LINES = "application/x-ndjson";

    /** What operations do. */
    enum Kind {
        LIST(false, 400, 401, 406),
        GET(false, 400, 401, 406),
        CREATE(true, 400, 401, 403, 406, 409, 413, 415),
        REPLACE(true, 400, 401, 403, 404, 406, 409, 412, 413, 415),
        PATCH(true, 400, 401, 403, 404, 406, 409, 412, 413, 415),
        /** Answers without a body, to whatever the client accepts. */
        DELETE(true, 400, 401, 403, 404, 412),
        /** Computed from many rows: neither a resource nor a page. */
        COMPUTE(false, 400, 401, 406),
        /** Computed, and also sent as events. */
        FOLLOW(false, 400, 401, 406, 410),
        /** Begins what takes a while; administrators may. */
        START(true, 400, 401, 403, 406),
        /** Reads articles of many forms. */
        IMPORT(true, 400, 401, 403, 406, 413, 415),
        /** Has a feed fetched, which may fail elsewhere. */
        FETCH(true, 400, 401, 403, 406, 409, 502),
        /** Writes feeds for other readers of feeds. */
        EXPORT_OPML(false, 400, 401, 406),
        /** Reads feeds of other readers of feeds. */
        IMPORT_OPML(true, 400, 401, 403, 406, 413, 415),
        /** Describes a problem: open to all, and describes its answers itself. */
        EXPLAIN(false, 404, 406);

        private final boolean writes;

        @SuppressWarnings("ImmutableEnumChecker") // List.of makes it immutable, which its type does not say.
        private final List<Integer> problems;

        Kind(boolean writes, Integer... problems) {
            this.writes = writes;
            this.problems = List.of(problems);
        }
    }

    void complete(Operation operation, String path) {
        parameters(operation);
        body(operation);
        responses(operation, path.contains("{"));
        Security.of(operation, kind.writes || restricted, kind == Kind.EXPLAIN);
    }

    private void parameters(Operation operation) {
        List<Parameter> all = new ArrayList<>();
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    // OpenAPI has no parameter for the type of the body: the body says it.
                    .filter(parameter -> !"Content-Type".equals(parameter.getName()))
                    .forEach(parameter -> all.add(
                            parameter.getIn() == Parameter.In.HEADER
                                    ? Headers.request(parameter.getName())
                                    : Paths.described(parameter)));
        }
        if (kind == Kind.FOLLOW) {
            all.add(Headers.request(Headers.LAST_EVENT_ID));
        }
        all.add(Headers.request(Headers.REQUEST_ID));
        query.forEach(parameter -> all.add(Queries.parameter(parameter)));
        operation.setParameters(all);
    }

    private void body(Operation operation) {
        switch (kind) {
            case CREATE, REPLACE -> body(operation, JSON, "New" + schema);
            case PATCH -> body(operation, MergePatch.MEDIA_TYPE, schema + "Patch");
            case LIST, GET, DELETE, COMPUTE, FOLLOW, START, FETCH, EXPORT_OPML, EXPLAIN ->
                operation.setRequestBody(null);
            case IMPORT_OPML ->
                operation.setRequestBody(OASFactory.createRequestBody()
                        .required(true)
                        .content(opml("text/x-opml", "application/xml", "text/xml")));
            case IMPORT ->
                operation.setRequestBody(OASFactory.createRequestBody()
                        .required(true)
                        .description(
                                "A raw text has at most 4 MiB, a page 16 MiB, a feed 32 MiB, an article in any other form"
                                        + " 12 MiB; an input of several articles may be of any size. In UTF-8, but tables"
                                        + " and NDJSON also in UTF-16 with its byte order mark, raw text may be in the encoding that `charset` names, and pages and feeds in any: by their byte"
                                        + " order mark, the `charset`, what they say themselves. Feeds and pages are known by"
                                        + " their first bytes, whatever type they are sent as.")
                        .content(imported()));
        }
    }

    private static Content imported() {
        Schema article = Schemas.ref("NewArticle");
        Schema array =
                OASFactory.createSchema().type(List.of(Schema.SchemaType.ARRAY)).items(article);
        Content content = OASFactory.createContent()
                .addMediaType("text/plain", OASFactory.createMediaType().schema(Schemas.text()));
        for (String page : List.of("text/html", "application/xhtml+xml")) {
            content.addMediaType(page, described("A saved page."));
        }
        for (String feed : List.of(
                "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml")) {
            content.addMediaType(feed, described("A feed: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0."));
        }
        return content.addMediaType("application/feed+json", described("A feed: JSON Feed 1.x."))
                .addMediaType(
                        JSON,
                        OASFactory.createMediaType()
                                // Not one of three schemas, which it is: generators make no code of a choice with an
                                // array.
                                .schema(array.description(
                                        "Articles; one article alone, or a page as lists answer it, is taken, too.")))
                .addMediaType(
                        LINES,
                        OASFactory.createMediaType()
                                .schema(Schemas.text().description("A `NewArticle` on each line, or an `Article`.")))
                .addMediaType(
                        "text/csv",
                        OASFactory.createMediaType()
                                .schema(
                                        Schemas.text()
                                                .description(
                                                        "A table (RFC 4180) with commas, semicolons or tabs, whose first row names"
                                                                + " fields of `NewArticle`; `|` parts several authors or keywords.")))
                .addMediaType("application/zip", described("An archive of files of these types, known by their names."))
                .addMediaType("application/gzip", described("One of the others, packed."))
                .addMediaType(
                        "application/octet-stream", described("One of these types, or of none: its first bytes tell."))
                .addMediaType("multipart/form-data", described("Several files of these types."));
    }

    private static Content opml(String... types) {
        Content content = OASFactory.createContent();
        for (String type : types) {
            content.addMediaType(type, described("OPML 2.0, at most 2 MiB and 5,000 feeds; without a document type."));
        }
        return content;
    }

    private static MediaType described(String what) {
        return OASFactory.createMediaType().schema(Schemas.text().description(what));
    }

    private static void body(Operation operation, String mediaType, String schema) {
        operation.setRequestBody(OASFactory.createRequestBody().required(true).content(content(mediaType, schema)));
    }

    static Content content(String mediaType, String schema) {
        return OASFactory.createContent()
                .addMediaType(mediaType, OASFactory.createMediaType().schema(Schemas.ref(schema)));
    }

    /** Whether the index is asked, and may be waited for. */
    private boolean searches() {
        return query.stream().anyMatch(parameter -> parameter.name().equals("fresh"));
    }

    private void responses(Operation operation, boolean addressed) {
        APIResponses responses = OASFactory.createAPIResponses();
        switch (kind) {
            case LIST -> {
                responses.addAPIResponse(
                        "200",
                        searches()
                                ? answer(
                                        "A page of the list.",
                                        schema + "Page",
                                        Headers.ETAG,
                                        Headers.LINK,
                                        Headers.SEARCH_FRESH)
                                : answer("A page of the list.", schema + "Page", Headers.ETAG, Headers.LINK));
                responses.addAPIResponse("304", unchanged(Headers.ETAG, Headers.LINK));
            }
            case GET -> {
                responses.addAPIResponse(
                        "200", answer("What was asked for.", schema, Headers.ETAG, Headers.LAST_MODIFIED));
                responses.addAPIResponse("304", unchanged(Headers.ETAG, Headers.LAST_MODIFIED));
            }
            case COMPUTE -> {
                responses.addAPIResponse(
                        "200",
                        searches()
                                ? answer("The answer.", schema, Headers.ETAG, Headers.SEARCH_FRESH)
                                : answer("The answer.", schema, Headers.ETAG));
                responses.addAPIResponse("304", unchanged(Headers.ETAG));
            }
            case FOLLOW -> {
                APIResponse changes = answer("The next part of the log.", schema, Headers.ETAG, Headers.LINK);
                changes.getContent()
                        .addMediaType(
                                "text/event-stream",
                                OASFactory.createMediaType()
                                        .schema(Schemas.text()
                                                .description("Server-sent events: the `data` of each is a `Change`,"
                                                        + " its `id` a cursor.")));
                responses.addAPIResponse("200", changes);
                responses.addAPIResponse("304", unchanged(Headers.ETAG));
            }
            case CREATE -> responses.addAPIResponse("201", created());
            case REPLACE -> {
                responses.addAPIResponse("200", changed());
                responses.addAPIResponse("201", created());
                responses.addAPIResponse("204", minimal());
            }
            case PATCH -> {
                responses.addAPIResponse("200", changed());
                responses.addAPIResponse("204", minimal());
            }
            case DELETE -> responses.addAPIResponse("204", Headers.on("It is gone."));
            case START -> responses.addAPIResponse("202", answer("It is begun, or was before.", schema));
            case IMPORT -> {
                APIResponse report = answer("What became of each article.", schema);
                report.getContent()
                        .addMediaType(
                                LINES,
                                OASFactory.createMediaType()
                                        .schema(Schemas.text()
                                                .description(
                                                        "An `ImportItem` on each line, as soon as it is decided; the last"
                                                                + " line has the `totals`.")));
                responses.addAPIResponse("200", report);
            }
            case EXPORT_OPML ->
                responses.addAPIResponse("200", Headers.on("The feeds.").content(opml("text/x-opml")));
            case IMPORT_OPML -> responses.addAPIResponse("200", answer("What became of each feed.", schema));
            case FETCH -> responses.addAPIResponse("200", answer("What became of each entry.", schema));
            case EXPLAIN ->
                responses.addAPIResponse(
                        "200", Headers.with(operation.getResponses().getAPIResponse("200")));
        }
        TreeSet<Integer> problems = new TreeSet<>(kind.problems);
        if (addressed) {
            problems.add(404);
        }
        if (restricted) {
            problems.add(403);
        }
        if (kind == Kind.DELETE && schema.equals("Source")) {
            problems.add(409);
        }
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> String.valueOf(parameter.getRef())
                        .endsWith("/Idempotency-Key"))) {
            problems.add(409);
            problems.add(422);
        }
        problems.add(500);
        if (kind != Kind.EXPLAIN) {
            problems.add(503);
        }
        problems.forEach(status -> responses.addAPIResponse(String.valueOf(status), ProblemResponses.ref(status)));
        operation.setResponses(responses);
    }

    private APIResponse created() {
        return answer(
                "It was created. Without a body if the client prefers that.",
                schema,
                Headers.LOCATION,
                Headers.ETAG,
                Headers.LAST_MODIFIED,
                Headers.PREFERENCE_APPLIED);
    }

    private APIResponse changed() {
        return answer("It was changed.", schema, Headers.ETAG, Headers.LAST_MODIFIED, Headers.PREFERENCE_APPLIED);
    }

    private static APIResponse minimal() {
        return Headers.on(
                "It was changed, and the client prefers no body.",
                Headers.ETAG,
                Headers.LAST_MODIFIED,
                Headers.PREFERENCE_APPLIED);
    }

    private static APIResponse unchanged(String... headers) {
        return Headers.on("The client has this version already.", headers);
    }

    private static APIResponse answer(String description, String schema, String... headers) {
        return Headers.on(description, headers).content(content(JSON, schema));
    }
}
