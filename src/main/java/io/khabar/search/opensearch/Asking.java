package io.khabar.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks one index; what hinders an answer becomes a problem that clients understand. */
final class Asking {

    private static final Logger LOG = Logger.getLogger(Asking.class);

    /** Part of an answer would be a wrong one. */
    private static final String WHOLE = "/_search?allow_partial_search_results=false";
    /** Counts terms over all parts of the index first, so that words weigh the same in all. */
    private static final String OVER_ALL_PARTS = "&search_type=dfs_query_then_fetch";

    private final Nodes nodes;
    private final String index;
    private final String search;

    /**
     * Asks an index, by its name or an alias.
     *
     * @param parts whether it is kept in more than one part
     */
    Asking(Nodes nodes, String index, boolean parts) {
        this.nodes = nodes;
        this.index = index;
        this.search = WHOLE + (parts ? OVER_ALL_PARTS : "");
    }

    JsonNode search(Object body) {
        return send("POST", search, body);
    }

    JsonNode get(String path) {
        return send("GET", path, null);
    }

    JsonNode post(String path, Object body) {
        return send("POST", path, body);
    }

    private JsonNode send(String method, String path, @Nullable Object body) {
        try {
            return nodes.send(method, "/" + index + path, body, Nodes.SEARCH);
        } catch (IOException failed) {
            if (failed instanceof Refused refused && refused.isMissing()) {
                throw new ProblemException(ProblemCode.SEARCH_REBUILDING, "The search index is being built.")
                        .header("Retry-After", "2");
            }
            LOG.warnf("A search was not answered: %s", failed.getMessage());
            throw new ProblemException(
                            ProblemCode.SEARCH_UNAVAILABLE,
                            "The search engine does not answer. What needs no search works.")
                    .header("Retry-After", "5");
        }
    }
}
