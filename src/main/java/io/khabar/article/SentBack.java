package io.khabar.article;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * What a replacement of an article says. Whoever reads an article, changes one field and sends all of them back has said one
 * thing: a derived value that comes back as it is stays derived. (A patch names what it means: the same value makes the field
 * a given one there.)
 *
 * @param written the replacement, without the values that are to be derived from its text again
 * @param marks which of the values that it has are derived
 */
record SentBack(NewArticle written, Marks marks) {

    /** Compares a replacement with the article as it is. */
    static SentBack of(Article article, NewArticle replacement, UUID source, ObjectMapper json) {
        ObjectNode before = json.valueToTree(article.shown());
        ObjectNode now = json.valueToTree(replacement);
        Set<String> derived = new HashSet<>();
        Set<String> open = new HashSet<>();
        for (String field : article.derived) {
            boolean same = field.equals("source")
                    ? source.equals(article.sourceId)
                    : Objects.equals(before.get(field), now.get(field));
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
}
