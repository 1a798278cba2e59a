package io.khabar.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.http.JsonBody;
import io.khabar.imports.ImportReport.Finding;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Articles of a JSON document: one object, an array of objects, or a page as lists answer, whose {@code items} they are.
 * Read token by token, an article at a time. Behind something that is not JSON nothing can be told any more: it is one
 * rejected item, and the last.
 */
final class JsonInput implements Input {

    private static final String ITEMS = "items";

    /** Where the reading is. */
    private enum Place {
        START,
        IN_ARRAY,
        END
    }

    private final Allowance in;
    private @Nullable Counted opened;
    private Place place = Place.START;
    /** Whether the array stands in an object, as its {@code items}. */
    private boolean inObject;

    JsonInput(InputStream in) {
        this.in = new Allowance(in);
    }

    @Override
    public @Nullable Unread next() throws IOException {
        try {
            return switch (place) {
                case START -> start();
                case IN_ARRAY -> element();
                case END -> null;
            };
        } catch (JsonProcessingException broken) {
            place = Place.END;
            return Unread.of(Candidate.unreadable(Finding.errors("read", JsonBody.malformed(broken))), 1);
        } catch (CharConversionException _) {
            place = Place.END;
            return malformed("The input is in no encoding of JSON.");
        } catch (Allowance.Exceeded _) {
            place = Place.END;
            return Unread.of(
                    Candidate.unreadable(List.of(Finding.error(
                            "read",
                            "too-large",
                            "The item has more than " + JsonArticles.LARGEST + " bytes, or " + JsonBody.MOST_TOKENS
                                    + " names and values; what follows is not read.",
                            null))),
                    1);
        }
    }

    /** Made by the first reading: it looks at the first octets, in which something may be wrong already. */
    private Counted parser() throws IOException {
        Counted parser = opened == null ? new Counted(JsonBody.parser(in)) : opened;
        opened = parser;
        return parser;
    }

    /** Counts the tokens of each article: those that say nothing take the most room. */
    private static final class Counted extends JsonParserDelegate {

        private int tokens;

        Counted(JsonParser parser) {
            super(parser);
        }

        void renew() {
            tokens = 0;
        }

        @Override
        public @Nullable JsonToken nextToken() throws IOException {
            if (++tokens > JsonBody.MOST_TOKENS) {
                throw new Allowance.Exceeded();
            }
            return super.nextToken();
        }
    }

    private @Nullable Unread start() throws IOException {
        JsonParser parser = parser();
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_ARRAY) {
            place = Place.IN_ARRAY;
            return element();
        }
        if (first != JsonToken.START_OBJECT) {
            place = Place.END;
            return noArticles("The input must be an article, or an array of articles.");
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals(ITEMS) && value == JsonToken.START_ARRAY) {
                place = Place.IN_ARRAY;
                inObject = true;
                return element();
            }
            fields.set(name, parser.<JsonNode>readValueAsTree());
        }
        return end(fields);
    }

    /** The only article; anything behind it is a fault. */
    private Unread end(ObjectNode fields) throws IOException {
        place = Place.END;
        Unread trailing = trailing();
        if (trailing != null) {
            return trailing;
        }
        return JsonArticles.isArticle(fields)
                ? Unread.of(JsonArticles.read(fields), in.used())
                : noArticles("The document is no article, as it has none of the fields of one, and "
                        + (fields.has(ITEMS) ? "its `items` are no array" : "it has no array `items`")
                        + " of articles.");
    }

    private static Unread noArticles(String detail) {
        return Unread.of(Candidate.unreadable(List.of(Finding.error("read", "type", detail, null))), 1);
    }

    /** What says that something stands behind the document, such as another one; null where nothing does. */
    private @Nullable Unread trailing() throws IOException {
        return parser().nextToken() == null ? null : malformed("Something stands behind the end of the document.");
    }

    private static Unread malformed(String detail) {
        return Unread.of(Candidate.unreadable(List.of(Finding.error("read", "malformed-json", detail, null))), 1);
    }

    private @Nullable Unread element() throws IOException {
        in.renew();
        Counted parser = parser();
        parser.renew();
        if (parser.nextToken() == JsonToken.END_ARRAY) {
            place = Place.END;
            // What an object has besides `items` says nothing of articles, but must be JSON.
            while (inObject && parser.nextToken() != JsonToken.END_OBJECT) {
                in.renew();
                parser.renew();
                parser.skipChildren();
            }
            return trailing();
        }
        JsonNode element = parser.readValueAsTree();
        int size = in.used();
        return new Unread() {
            @Override
            public Candidate read() {
                return JsonArticles.read(element);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }
}
