package io.khabar.imports.feed;

import io.khabar.imports.draft.Draft;
import io.khabar.imports.draft.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed as it was read.
 *
 * @param title its title without tails such as "- RSS Feed"; null where it has none
 * @param site the page that it is the feed of, an absolute http or https URL
 * @param language BCP 47, as the feed says it
 * @param drafts its entries in their order, those without a text too
 * @param findings what is worth knowing about the feed as a whole
 */
public record Feed(
        @Nullable String title,
        @Nullable String site,
        @Nullable String language,
        List<Draft> drafts,
        List<Finding> findings) {

    public Feed {
        drafts = List.copyOf(drafts);
        findings = List.copyOf(findings);
    }
}
