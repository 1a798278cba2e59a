package io.khabar.article;

import io.khabar.http.Fault;
import io.khabar.http.Parameters;
import io.khabar.http.ProblemCode;
import io.khabar.http.QueryParameter;
import io.khabar.list.Paging;
import io.khabar.search.query.Query;
import io.khabar.search.query.TextField;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for in articles.
 *
 * @param text as it was sent
 * @param query what to look for
 * @param fields where
 */
record ArticleQuery(String text, Query query, List<TextField> fields) {

    private static final List<TextField> EVERYWHERE = List.of(TextField.values());

    private static final QueryParameter Q = QueryParameter.text(
                    "q",
                    "Full-text query: words (both of two, half of more at least, with any ending or prefix), `\"phrases\"` also"
                            + " in «…» (with stop words in them just as they are written), `a OR b`, `a AND b` (both, whatever"
                            + " else is there; `OR` binds closer), `-not` (what is written and the forms of a word; a phrase or group as a"
                            + " whole), `( )`, `title:word`, `prefix*` (of two letters or more, four in a query; it"
                            + " stands for the 100 commonest words that begin so at most, for fewer in a long query). Any text is"
                            + " a query; at most "
                            + Query.LONGEST
                            + " characters and "
                            + Query.MOST_WORDS + " words.")
            .maxLength(Query.LONGEST)
            .example("وزارة الصحة");

    private static final QueryParameter IN = QueryParameter.word(
                    "in",
                    "The fields in which `q` looks; all of them by default.",
                    Arrays.stream(TextField.values()).map(TextField::word).toList())
            .listed();

    private static final QueryParameter HIGHLIGHT = QueryParameter.word(
                    "highlight",
                    "The texts of which the parts that `q` finds are shown in `highlights`, with `<mark>` around what is"
                            + " found.",
                    Arrays.stream(TextField.values()).map(TextField::word).toList())
            .listed()
            .example("title,body");

    /** Whether a search waits for what was written before it. */
    static final QueryParameter FRESH = QueryParameter.flag(
                    "fresh",
                    "Whether to wait, two seconds at most, until the search sees everything that was written before it."
                            + " The header `Search-Fresh` tells whether it does.")
            .defaultsTo("false");

    /** The parameters that make a query of which the hits are listed. */
    static final List<QueryParameter> LIST_PARAMETERS = List.of(Q, IN, HIGHLIGHT, FRESH);

    /** The parameters that make a query. */
    static final List<QueryParameter> PARAMETERS = List.of(Q, IN);

    /** The query that the parameters give; null where they give none. Faults go to the parameters. */
    static @Nullable ArticleQuery of(Parameters parameters) {
        List<String> fields = parameters.words(IN);
        String text = parameters.text(Q);
        Query query = parameters.value(Q, ArticleQuery::parse);
        if (!parameters.has(Q)) {
            needs(parameters, parameters.has(IN), "in");
            return null;
        }
        return query == null || text == null
                ? null
                : new ArticleQuery(
                        text,
                        query,
                        fields.isEmpty()
                                ? EVERYWHERE
                                : EVERYWHERE.stream()
                                        .filter(field -> fields.contains(field.word()))
                                        .toList());
    }

    /** The texts that the parameters want highlighted. */
    static List<TextField> highlighted(Parameters parameters) {
        List<String> words = parameters.words(HIGHLIGHT);
        needs(parameters, parameters.has(HIGHLIGHT) && !isSearch(parameters), "highlight");
        return EVERYWHERE.stream().filter(field -> words.contains(field.word())).toList();
    }

    /** Whether the search is to see everything that was written before it. */
    static boolean fresh(Parameters parameters) {
        needs(parameters, parameters.has(FRESH) && !isSearch(parameters), "fresh");
        return parameters.flag(FRESH);
    }

    /** Whether the parameters ask for a search, be it a faulty one. */
    static boolean isSearch(Parameters parameters) {
        return parameters.has(Q);
    }

    static void needs(Parameters parameters, boolean without, String name) {
        if (without) {
            parameters.faults().add(Fault.parameter(name, "needs-q", "needs `q`"), ProblemCode.INVALID_REQUEST);
        }
    }

    /** Reads a query, with the bounds that all have. */
    static Query parse(String text) {
        if (text.codePointCount(0, text.length()) > Query.LONGEST) {
            throw new IllegalArgumentException("must have at most " + Query.LONGEST + " characters");
        }
        Query query = Query.parse(text);
        if (Query.words(query) > Query.MOST_WORDS) {
            throw new IllegalArgumentException("must have at most " + Query.MOST_WORDS + " words");
        }
        return query;
    }

    /** The same with another text. */
    ArticleQuery with(String other) {
        return new ArticleQuery(other, Query.parse(other), fields);
    }

    /** How far the hits are counted. */
    static int countTo(Paging paging) {
        return switch (paging.count()) {
            case NONE -> paging.limit() + 1;
            case CAPPED -> Paging.COUNT_CAP + 1;
            case EXACT -> Integer.MAX_VALUE;
        };
    }
}
