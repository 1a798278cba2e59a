package io.khabar.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.khabar.list.Row;
import io.khabar.list.Select;
import io.khabar.search.highlight.Highlighter;
import io.khabar.search.query.TextField;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The parts of an article's texts in which a query finds something; null where it finds nothing in a text. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Highlights",
        description = "The parts of texts in which `q` finds something, in reading order, as HTML: what is found is in"
                + " `<mark>`, all else is escaped. A long text gives at most three parts.")
public record Highlights(
        @Nullable List<String> title,
        @Nullable List<String> lead,
        @Nullable List<String> body,
        @Nullable List<String> keywords,
        @Nullable List<String> authors) {

    private static final String COLUMN = "highlight.";

    /** Reads what is needed to highlight some texts. */
    static Select columns(Select select, List<TextField> fields) {
        select.column(COLUMN + "language", "a.language");
        for (TextField field : fields) {
            String column = COLUMN + field.word();
            switch (field) {
                case AUTHORS -> select.column(column, "a.author_names");
                case BODY -> select.large(column, "a.body");
                case TITLE, LEAD, KEYWORDS -> select.column(column, "a." + field.word());
            }
        }
        return select;
    }

    /** What is found in the texts of a row; null where that is nothing. */
    static @Nullable Highlights of(Row row, List<TextField> fields, Highlighter highlighter) throws SQLException {
        String language = row.text(COLUMN + "language");
        Map<TextField, List<String>> found = new EnumMap<>(TextField.class);
        for (TextField field : fields) {
            if (!highlighter.looksIn(field)) {
                continue;
            }
            List<String> parts = texts(row, field).stream()
                    .flatMap(text -> highlighter.fragments(field, text, language).stream())
                    .toList();
            if (!parts.isEmpty()) {
                found.put(field, parts);
            }
        }
        return found.isEmpty()
                ? null
                : new Highlights(
                        found.get(TextField.TITLE),
                        found.get(TextField.LEAD),
                        found.get(TextField.BODY),
                        found.get(TextField.KEYWORDS),
                        found.get(TextField.AUTHORS));
    }

    private static List<String> texts(Row row, TextField field) throws SQLException {
        if (field == TextField.KEYWORDS || field == TextField.AUTHORS) {
            List<String> texts = row.texts(COLUMN + field.word());
            return texts == null ? List.of() : texts;
        }
        String text = row.text(COLUMN + field.word());
        return text == null ? List.of() : List.of(text);
    }
}
