package io.khabar.search;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An article of the index as a map, for a backend that does not read annotations. */
public final class IndexedFields {

    private IndexedFields() {}

    /**
     * All that an article holds, by the names of the fields: texts, numbers, lists of texts, {@link Bag}s and
     * {@link Periods}; without those that have no value.
     */
    public static Map<String, Object> of(IndexedArticle article) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("idHigh", article.idHigh);
        fields.put("idLow", article.idLow);
        put(fields, "title", article.title);
        put(fields, "titleWords", article.titleWords);
        put(fields, "lead", article.lead);
        put(fields, "leadWords", article.leadWords);
        put(fields, "body", article.body);
        put(fields, "bodyWords", article.bodyWords);
        put(fields, "keywords", article.keywords);
        put(fields, "keywordsWords", article.keywordsWords);
        put(fields, "authors", article.authors);
        put(fields, "authorsWords", article.authorsWords);
        fields.put("all", article.all);
        fields.put("allWords", article.allWords);
        put(fields, "source", article.source);
        fields.put("language", article.language);
        put(fields, "languageTag", article.languageTag);
        put(fields, "section", article.section);
        fields.put("keyword", article.keyword);
        fields.put("author", article.author);
        put(fields, "url", article.url);
        fields.put("has", article.has);
        fields.put("words", article.words);
        fields.put("publishedSort", article.publishedSort);
        put(fields, "publishedAt", article.publishedAt);
        put(fields, "publishedFrom", article.publishedFrom);
        put(fields, "publishedTo", article.publishedTo);
        put(fields, "modifiedAt", article.modifiedAt);
        put(fields, "modifiedFrom", article.modifiedFrom);
        put(fields, "modifiedTo", article.modifiedTo);
        fields.put("created", article.created);
        fields.put("updated", article.updated);
        fields.put("mentionedDates", article.mentionedDates);
        fields.put("mentionedInstants", article.mentionedInstants);
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
