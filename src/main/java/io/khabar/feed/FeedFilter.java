package io.khabar.feed;

import io.khabar.http.Parameters;
import io.khabar.http.QueryParameter;
import io.khabar.list.Select;
import io.khabar.source.SourceReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which feeds a list shows; conditions combine with AND.
 *
 * @param enabled whether they are switched on; null for both
 * @param failing whether their last fetch failed; null for both
 */
record FeedFilter(
        List<SourceReference> sources,
        @Nullable Boolean enabled,
        @Nullable Boolean failing) {

    private static final QueryParameter SOURCE = QueryParameter.text("source", "Key or id of the source that it names.")
            .maxLength(SourceReference.MAX_LENGTH)
            .listed()
            .example("syria-news");
    private static final QueryParameter ENABLED =
            QueryParameter.flag("enabled", "Whether it is fetched when it is due; absent for all.");
    private static final QueryParameter FAILING =
            QueryParameter.flag("failing", "Whether its last fetch failed; absent for all.");

    /** The parameters that make a filter. */
    static final List<QueryParameter> PARAMETERS = List.of(SOURCE, ENABLED, FAILING);

    static FeedFilter of(Parameters parameters) {
        return new FeedFilter(
                parameters.values(SOURCE, SourceReference::parse),
                flag(parameters, ENABLED),
                flag(parameters, FAILING));
    }

    private static @Nullable Boolean flag(Parameters parameters, QueryParameter parameter) {
        return parameters.has(parameter) ? parameters.flag(parameter) : null;
    }

    void conditions(Select select) {
        if (!sources.isEmpty()) {
            select.where(
                    "f.source_id in (select id from source where key = any(?) or id::text = any(?))",
                    sources.stream().map(SourceReference::text).toList(),
                    sources.stream().map(SourceReference::text).toList());
        }
        if (enabled != null) {
            select.where("f.enabled = ?", enabled);
        }
        if (failing != null) {
            select.where((failing ? "" : "not ")
                    + "exists (select from feed_state e where e.feed_id = f.id and e.error_code is not null)");
        }
    }
}
