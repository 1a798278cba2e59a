package io.khabar.change;

import io.khabar.change.Change.Entity;
import io.khabar.http.Fault;
import io.khabar.http.Parameters;
import io.khabar.http.ProblemCode;
import io.khabar.http.QueryParameter;
import io.khabar.list.Paging;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the log a client asks for.
 *
 * @param after where to begin; null for only what is written from now on
 * @param entities what is of interest
 * @param limit most items on a page; a stream has no pages
 */
record ChangeRequest(@Nullable ChangePosition after, Set<Entity> entities, int limit) {

    /** The header with which a client of server-sent events comes back. */
    static final String LAST_EVENT_ID = "Last-Event-ID";

    private static final String NOW = "now";
    private static final String DAMAGED = "is no cursor that was given out, or is damaged";

    private static final QueryParameter AFTER = QueryParameter.text(
            "after",
            "Where to go on: `page.nextCursor` of the last answer, or the `id` of an event; opaque. `now` for only what is"
                    + " written from now on. Without it: from the first entry that is kept.");
    private static final QueryParameter ENTITY = QueryParameter.word(
                    "entity",
                    "Only changes of these. Cursors are the same for all.",
                    Stream.of(Entity.values()).map(Entity::word).toList())
            .listed()
            .example("article,source");

    /** The parameters of the log. */
    static final List<QueryParameter> PARAMETERS = List.of(AFTER, ENTITY, Paging.LIMIT);

    /**
     * Reads a request.
     *
     * @param lastEventId the header of that name, which tells more of a client that comes back than its address does
     * @throws io.khabar.http.ProblemException with all faults
     */
    static ChangeRequest of(@Nullable String rawQuery, @Nullable String lastEventId) {
        Parameters parameters = new Parameters(rawQuery, PARAMETERS);
        Integer limit = parameters.integer(Paging.LIMIT, ProblemCode.LIMIT_OUT_OF_RANGE);
        List<String> words = parameters.words(ENTITY);
        Set<Entity> entities = words.isEmpty()
                ? EnumSet.allOf(Entity.class)
                : words.stream().map(Entity::of).collect(Collectors.toCollection(() -> EnumSet.noneOf(Entity.class)));
        String cursor = parameters.text(AFTER);
        ChangePosition after = cursor == null ? ChangePosition.START : null;
        if (cursor != null && !cursor.equals(NOW)) {
            after = ChangePosition.decode(cursor);
            if (after == null) {
                parameters
                        .faults()
                        .add(Fault.parameter("after", "cursor-invalid", DAMAGED), ProblemCode.CURSOR_INVALID);
            }
        }
        // An empty header is what a browser has before the first event.
        if (lastEventId != null && !lastEventId.isEmpty()) {
            after = ChangePosition.decode(lastEventId);
            if (after == null) {
                parameters
                        .faults()
                        .add(Fault.header(LAST_EVENT_ID, "cursor-invalid", DAMAGED), ProblemCode.CURSOR_INVALID);
            }
        }
        parameters.check();
        return new ChangeRequest(after, entities, limit == null ? 1 : limit);
    }

    /** The query that asks for the part behind a place. */
    String query(ChangePosition place) {
        String query = "?after=" + place.encode() + "&limit=" + limit;
        return entities.size() == Entity.values().length
                ? query
                : query + "&entity=" + entities.stream().map(Entity::word).collect(Collectors.joining(","));
    }
}
