package io.khabar.imports.draft;

import io.khabar.date.PartialDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An article as an input states it. Texts are plain, without markup, NUL and unpaired surrogates, within the lengths of the
 * contract except {@code body}, whose length is the importer's to judge; addresses are absolute http or https URLs.
 *
 * @param sourceName what the input calls the source; null where it names none
 * @param sourceHomepage the front page of the source
 * @param externalId the id that the source gives the article: a feed's {@code guid} or {@code id}
 * @param body the text, a blank line between paragraphs; empty where the input has none
 * @param language BCP 47, canonical; only where the input says it and the text's script does not deny it
 * @param derived the fields, named as in the contract, that the input does not state: they were concluded from the text,
 *     an address or something that stands for more than this article
 */
public record Draft(
        @Nullable String sourceName,
        @Nullable String sourceHomepage,
        @Nullable String url,
        @Nullable String externalId,
        @Nullable String title,
        @Nullable String lead,
        String body,
        @Nullable String language,
        List<DraftAuthor> authors,
        @Nullable String section,
        List<String> keywords,
        @Nullable DraftImage image,
        @Nullable String rights,
        @Nullable PartialDate published,
        @Nullable PartialDate modified,
        Set<String> derived,
        List<Finding> findings) {

    public Draft {
        authors = List.copyOf(authors);
        keywords = List.copyOf(keywords);
        derived = Set.copyOf(derived);
        findings = List.copyOf(findings);
    }

    /** Whether there is a text, without which there is no article. */
    public boolean hasBody() {
        return !body.isEmpty();
    }
}
