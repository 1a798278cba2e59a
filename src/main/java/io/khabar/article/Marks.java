package io.khabar.article;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose word the values of an article are.
 *
 * @param derived names of the fields that are written with a value, but that nobody gave: an import found them
 * @param derivable names of the fields that are derived from the text where they are written without a value, besides
 *     those that always are
 */
record Marks(Set<String> derived, List<String> derivable) {

    /** The fields that an import may find in a text where nobody states them. */
    static final Set<String> FOUND = Set.of(
            "source",
            "title",
            "titleDirection",
            "lead",
            "language",
            "direction",
            "authors",
            "section",
            "keywords",
            "published",
            "modified");

    /** Names of other fields say nothing, as what is read-only in a body. */
    Marks {
        derived = derived.stream().filter(FOUND::contains).collect(Collectors.toUnmodifiableSet());
        derivable = derivable.stream().distinct().sorted().toList();
    }

    /** What stays derived when a person writes some fields. */
    static Marks kept(Article article, Set<String> written) {
        return new Marks(
                article.derived.stream().filter(name -> !written.contains(name)).collect(Collectors.toSet()),
                article.derivable);
    }
}
