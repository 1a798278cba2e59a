package io.khabar.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.change.Change.Entity;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/**
 * A change as a server-sent event (HTML standard, section 9.2), written once for all who get it.
 *
 * @param position the place behind it: the id of the event
 * @param entity what was written
 * @param text the lines of the event; not to be changed
 */
record ChangeEvent(ChangePosition position, Entity entity, Buffer text) {

    static List<ChangeEvent> of(ChangeBatch batch, ObjectMapper json) {
        return batch.entries().stream()
                .map(entry -> new ChangeEvent(entry.position(), entry.change().entity(), text(entry, json)))
                .toList();
    }

    private static Buffer text(ChangeBatch.Entry entry, ObjectMapper json) {
        try {
            return Buffer.buffer(
                    "id: " + entry.position().encode() + "\ndata: " + json.writeValueAsString(entry.change()) + "\n\n");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A comment, and the place that is reached: a client remembers an id without data, and its page hears of nothing. */
    static Buffer heartbeat(ChangePosition reached) {
        return Buffer.buffer(":\nid: " + reached.encode() + "\n\n");
    }
}
