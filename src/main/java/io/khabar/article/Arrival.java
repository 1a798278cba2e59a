package io.khabar.article;

import io.khabar.source.KnownSource;
import io.khabar.source.NewSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An article as an import brings it.
 *
 * @param article its fields; `source` is the id of {@code source}
 * @param source who published it
 * @param unknownSource the source where it is not stored yet and shall be with the article; null for one that is
 * @param statesSource whether its source is the word of the input itself, or goes before that: not only a name found in its
 *     text, or what was said for all that say nothing
 * @param derived names of the fields that have a value which nobody gave
 * @param derivable names of the fields that are to be derived from the text where they have no value
 * @param dates the dates that come with it, those that are fields as well included
 * @param complete whether {@code dates} are all that it has: what the text speaks of besides was taken away by a person
 */
public record Arrival(
        NewArticle article,
        KnownSource source,
        @Nullable NewSource unknownSource,
        boolean statesSource,
        Set<String> derived,
        List<String> derivable,
        List<Listed> dates,
        boolean complete) {

    /** Names of fields that can be derived; what else is named as such says nothing. */
    public static final Set<String> DERIVED = Marks.FOUND;

    /**
     * A date that comes with an article.
     *
     * @param derived whether it was derived where it comes from
     */
    public record Listed(NewDate date, boolean derived) {}

    /** The same where its text is not that of the article any more: its dates stand at other places now, or nowhere. */
    Arrival withoutPlaces() {
        List<Listed> moved = dates.stream()
                .map(listed -> new Listed(listed.date().withoutPlace(), listed.derived()))
                .toList();
        return new Arrival(article, source, unknownSource, statesSource, derived, derivable, moved, false);
    }
}
