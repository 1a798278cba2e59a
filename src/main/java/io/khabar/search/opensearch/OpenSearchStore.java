package io.khabar.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.search.ArticleIndex;
import io.khabar.search.IndexStore;
import io.khabar.search.SearchSettings.Backend;
import io.khabar.search.text.Languages;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Indexes in an OpenSearch: an alias names the one that answers, and a small index of its own holds the notes, one for
 * each index by its name, so that the alias is all that changes hands when another one takes over.
 *
 * <p>All that is written has the number of the turn for a version: what an earlier turn writes late is refused. An index
 * is written through an alias of its own, as a write to an index that is gone would make it anew, with no analysis.
 */
@Singleton
final class OpenSearchStore implements IndexStore {

    /** Of the alias through which an index is written. */
    private static final String WRITTEN = "-written";

    private static final String WISH = "wish";

    private final Nodes nodes;
    private final int shards;
    private final String alias;
    private final String state;

    private long turn;
    /** The index that answers, as far as is known. */
    private volatile String answering = "";
    /** The one that was begun last. */
    private String begun = "";

    private volatile boolean stateMade;

    @Inject
    OpenSearchStore(Nodes nodes, OpenSearchSettings settings) {
        this(nodes, settings.prefix(), settings.shards());
    }

    OpenSearchStore(Nodes nodes, String prefix, int shards) {
        this.nodes = nodes;
        this.shards = shards;
        this.alias = prefix + "-articles";
        this.state = prefix + "-state";
    }

    @Override
    public Backend backend() {
        return Backend.OPENSEARCH;
    }

    @Override
    public String name() {
        return alias;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void take() {
        // It is for any number of processes.
    }

    @Override
    public void leave() {
        // So it is not taken.
    }

    @Override
    public void turn(long number) {
        turn = number;
    }

    /** Empty too where a later turn has written it: then the database is an older one, brought back. */
    @Override
    public Optional<String> note() throws IOException {
        JsonNode aliases = found("/_alias/" + alias);
        if (aliases == null || aliases.isEmpty()) {
            return Optional.empty();
        }
        answering = aliases.fieldNames().next();
        JsonNode note = found("/" + state + "/_doc/" + answering);
        return note == null
                        || note.path("_source").path("format").intValue() != ArticleIndex.FORMAT
                        || (turn > 0 && note.path("_version").longValue() > turn)
                ? Optional.empty()
                : Optional.of(note.path("_source").path("text").textValue());
    }

    private @Nullable JsonNode found(String path) throws IOException {
        try {
            return nodes.send("GET", path, null, Nodes.SEARCH);
        } catch (Refused refused) {
            if (refused.isMissing()) {
                return null;
            }
            throw refused;
        }
    }

    @Override
    public void note(String text) throws IOException {
        note(answering, text);
    }

    private void note(String index, String text) throws IOException {
        makeState();
        nodes.send(
                "PUT",
                "/" + state + "/_doc/" + index + "?version_type=external_gte&version=" + turn,
                Map.of("format", ArticleIndex.FORMAT, "text", text),
                Nodes.WRITE);
    }

    private void makeState() throws IOException {
        if (!stateMade && found("/" + state) == null) {
            nodes.send(
                    "PUT",
                    "/" + state,
                    Map.of(
                            "settings", Map.of("auto_expand_replicas", "0-1"),
                            "mappings", Map.of("dynamic", false)),
                    Nodes.WRITE);
        }
        stateMade = true;
    }

    @Override
    public ArticleIndex open(Languages languages) {
        return index(alias, answering, true, languages);
    }

    @Override
    public void discard() {
        throw new IllegalStateException("what is damaged there is not known here");
    }

    @Override
    public ArticleIndex begin(Languages languages) throws IOException {
        begun = "";
        clean();
        begun = alias + "-" + UUID.randomUUID();
        nodes.send("PUT", "/" + begun, definition(), Nodes.WRITE);
        return index(begun, begun, false, languages);
    }

    private ArticleIndex index(String searched, String written, boolean visible, Languages languages) {
        return new OpenSearchIndex(
                nodes, searched, shards > 1, new OpenSearchIndex.Writing(written + WRITTEN, turn, visible), languages);
    }

    private JsonNode definition() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(OpenSearchStore.class.getResourceAsStream("articles.json"), "articles.json")) {
            ObjectNode definition = (ObjectNode) Nodes.JSON.readTree(file);
            ((ObjectNode) definition.get("settings")).put("number_of_shards", shards);
            definition.putObject("aliases").putObject(begun + WRITTEN);
            return definition;
        }
    }

    @Override
    public void replace(String note) throws IOException {
        nodes.send("POST", "/" + begun + "/_refresh", null, Nodes.WRITE);
        note(begun, note);
        List<Map<String, Object>> actions = new ArrayList<>();
        JsonNode before = found("/_alias/" + alias);
        if (before != null) {
            before.fieldNames()
                    .forEachRemaining(index -> actions.add(Map.of("remove", Map.of("index", index, "alias", alias))));
        }
        actions.add(Map.of("add", Map.of("index", begun, "alias", alias)));
        nodes.send("POST", "/_aliases", Map.of("actions", actions), Nodes.WRITE);
        answering = begun;
    }

    @Override
    public void clean() throws IOException {
        JsonNode there = found("/" + alias + "-*/_alias");
        if (there == null) {
            return;
        }
        List<String> gone = new ArrayList<>();
        there.properties().forEach(index -> {
            boolean counts = index.getValue().path("aliases").has(alias)
                    || index.getKey().equals(begun);
            if (!counts) {
                gone.add(index.getKey());
            }
        });
        makeState();
        for (String index : gone) {
            delete("/" + index);
            delete("/" + state + "/_doc/" + index);
        }
    }

    private void delete(String path) throws IOException {
        try {
            nodes.send("DELETE", path, null, Nodes.WRITE);
        } catch (Refused refused) {
            if (!refused.isMissing()) {
                throw refused;
            }
        }
    }

    @Override
    public void wish() throws IOException {
        if (answering.isEmpty()) {
            note();
        }
        if (answering.isEmpty()) {
            return;
        }
        makeState();
        nodes.send("PUT", "/" + state + "/_doc/" + WISH, Map.of("instead", answering), Nodes.WRITE);
    }

    @Override
    public boolean isWished() throws IOException {
        JsonNode wish = found("/" + state + "/_doc/" + WISH);
        return wish != null
                && answering.equals(wish.path("_source").path("instead").textValue());
    }
}
