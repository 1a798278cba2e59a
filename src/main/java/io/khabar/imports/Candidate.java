package io.khabar.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.article.Arrival;
import io.khabar.imports.ImportReport.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One article of an input, as a reader made it of whatever it read.
 *
 * @param fields what the input says, named and written as in a body of {@code POST /v1/articles}; `source` may be missing.
 *     Null where it says nothing that could become an article: then a finding of level `error` says why
 * @param sourceName the name by which the text itself calls its source, found or created where `fields` name none
 * @param sourceHomepage the front page of that source; null where it is unknown
 * @param raw whether it is made of input that knows no fields, so that keywords are derived where it names none
 * @param derived names of those {@code fields} that were found in the text, not stated
 * @param derivable names of fields that are to be derived from the text where nobody gives them
 * @param dates the dates that come with it
 * @param complete whether {@code dates} are all that it has
 * @param findings what is worth knowing about the reading
 */
record Candidate(
        @Nullable ObjectNode fields,
        @Nullable String sourceName,
        @Nullable String sourceHomepage,
        boolean raw,
        Set<String> derived,
        List<String> derivable,
        List<Arrival.Listed> dates,
        boolean complete,
        List<Finding> findings) {

    /** An article whose fields were all stated or derived by its reader. */
    static Candidate of(ObjectNode fields, Set<String> derived, List<Finding> findings) {
        return new Candidate(fields, null, null, false, derived, List.of(), List.of(), false, findings);
    }

    /** The same with something more that is worth knowing, in front of the rest. */
    Candidate with(List<Finding> more) {
        List<Finding> all = new ArrayList<>(more);
        all.addAll(findings);
        return new Candidate(fields, sourceName, sourceHomepage, raw, derived, derivable, dates, complete, all);
    }

    /** Something that cannot become an article. */
    static Candidate unreadable(List<Finding> findings) {
        return new Candidate(null, null, null, false, Set.of(), List.of(), List.of(), false, findings);
    }
}
