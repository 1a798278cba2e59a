package io.khabar.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.article.OnExisting;
import io.khabar.http.ProblemException;
import io.khabar.imports.ImportReport.Item;
import io.khabar.imports.ImportReport.Totals;
import io.khabar.imports.feed.FeedReader;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Imports feeds that the service itself has fetched, as {@code POST /v1/imports} does those that are sent. */
@Singleton
public class FeedImports {

    /** Largest feed, in bytes. */
    public static final int LARGEST = FeedReader.LARGEST;

    /**
     * What is known of a feed.
     *
     * @param url where it is, to complete its addresses
     * @param source id of who publishes it; null where the feed says that
     */
    public record Given(
            String url,
            @Nullable UUID source,
            @Nullable String language,
            @Nullable String section) {}

    private final ImportService imports;

    FeedImports(ImportService imports) {
        this.imports = imports;
    }

    /**
     * Imports a feed. An article that is there is left as it is: feeds come again and again, and each time would put back
     * what an editor has corrected since. For the same reason one that was deleted here stays away.
     *
     * @param contentType as the server said it; null where it said none. Only its charset counts: a page that is served
     *     for a feed, such as one to log in, is no article
     * @param report takes each item after the transaction that stored it has committed
     * @throws ProblemException for what is no feed
     */
    public Totals run(byte[] feed, @Nullable String contentType, Given given, Consumer<Item> report) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode().put("url", given.url());
        if (given.source() != null) {
            fields.put("source", given.source().toString());
        }
        if (given.language() != null) {
            fields.put("language", given.language());
        }
        if (given.section() != null) {
            fields.put("section", given.section());
        }
        ImportParameters parameters = new ImportParameters(fields, false, OnExisting.SKIP, false, false, true);
        Input input = new Inputs(parameters, imports.knownSources()).feed(feed, charset(contentType));
        return imports.run(input, parameters.ofSeveral(), false, report);
    }

    private static @Nullable String charset(@Nullable String contentType) {
        try {
            return contentType == null
                    ? null
                    : MediaType.valueOf(contentType).getParameters().get(MediaType.CHARSET_PARAMETER);
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException malformed) {
            // The latter where a parameter comes before the type.
            return null;
        }
    }
}
