package io.khabar.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.article.Arrival;
import io.khabar.imports.ImportReport.Finding;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One article of an input, as a reader made it of whatever it read.
 *
 * @param fields what the input says, named and written as in a body of {@code POST /v1/articles}; `source` may be missing.
 *     Null where it says nothing that could become an article: then a finding of level `error` says why
 * @param sourceName the name by which the text itself calls its source, found or created where `fields` name none
 * @param derived names of those {@code fields} that were found in the text, not stated
 * @param derivable names of fields that are to be derived from the text where nobody gives them
 * @param dates the dates that come with it
 * @param complete whether {@code dates} are all that it has
 * @param findings what is worth knowing about the reading
 */
record Candidate(
        @Nullable ObjectNode fields,
        @Nullable String sourceName,
        Set<String> derived,
        List<String> derivable,
        List<Arrival.Listed> dates,
        boolean complete,
        List<Finding> findings) {

    /** An article whose fields were all stated or derived by its reader. */
    static Candidate of(ObjectNode fields, Set<String> derived, List<Finding> findings) {
        return new Candidate(fields, null, derived, List.of(), List.of(), false, findings);
    }

    /** Something that cannot become an article. */
    static Candidate unreadable(List<Finding> findings) {
        return new Candidate(null, null, Set.of(), List.of(), List.of(), false, findings);
    }
}
