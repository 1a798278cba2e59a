package io.khabar.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.khabar.http.Text;
import io.khabar.source.KnownSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an article that is written says of what was derived. Whoever reads an article, changes one field and sends all of
 * them back has said one thing: a derived value that comes back as it is stays derived. (A patch names what it means: the
 * same value makes the field a given one there.) Of a new article its own {@code derived} says the same, as it does in an
 * import: it was read somewhere.
 *
 * @param written the article, without the values that are to be derived from its text again
 * @param marks which of the values that it has are derived
 */
record SentBack(NewArticle written, Marks marks) {

    /**
     * Reads the body of an article that is to be created.
     *
     * @throws io.khabar.http.ProblemException that lists everything that is wrong with it
     */
    static SentBack read(JsonNode body) {
        Set<String> derived = new HashSet<>();
        body.path("derived").forEach(name -> derived.add(name.asText()));
        return new SentBack(
                ArticleService.READER.read(body),
                new Marks(derived, derived.contains("lead") ? List.of("lead") : List.of()));
    }

    /**
     * Compares a replacement with the article as it is.
     *
     * @param source the source that it gets
     */
    static SentBack of(Article article, NewArticle replacement, KnownSource source, ObjectMapper json) {
        ObjectNode before = json.valueToTree(article.shown());
        ObjectNode now = json.valueToTree(replacement);
        Set<String> derived = new HashSet<>();
        Set<String> open = new HashSet<>();
        for (String field : article.derived) {
            boolean same = field.equals("source")
                    ? source.id().equals(article.sourceId)
                    : Objects.equals(stripped(before.get(field)), stripped(now.get(field)));
            if (same) {
                derived.add(field);
                if (article.isDerivedAgain(field)) {
                    open.add(field);
                }
            }
        }
        return new SentBack(
                open.isEmpty() ? replacement : ArticleService.READER.read(now.remove(open)),
                new Marks(derived, article.derivable));
    }

    /** As it is stored when it comes back: rows that are older than the rule may have white space and marks at the ends. */
    private static @Nullable JsonNode stripped(@Nullable JsonNode value) {
        return value != null && value.isTextual() ? TextNode.valueOf(Text.strip(value.textValue())) : value;
    }
}
