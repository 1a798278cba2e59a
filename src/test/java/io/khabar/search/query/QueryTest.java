package io.khabar.search.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {

    /** A query in a notation that shows how it was understood. */
    private static String shown(Query query) {
        return switch (query) {
            case Query.Word word -> field(word.field()) + word.text();
            case Query.Prefix prefix -> field(prefix.field()) + prefix.text() + "*";
            case Query.Phrase phrase -> field(phrase.field()) + "'" + phrase.text() + "'";
            case Query.Sequence sequence ->
                sequence.parts().stream().map(QueryTest::shown).collect(Collectors.joining(" ", "[", "]"));
            case Query.Either either ->
                either.choices().stream().map(QueryTest::shown).collect(Collectors.joining("|", "{", "}"));
            case Query.Not not -> "!" + shown(not.excluded());
            case Query.Nothing _ -> "∅";
        };
    }

    private static String field(@Nullable TextField field) {
        return field == null ? "" : field.word() + ":";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '\0',
            value = {
                "word > word",
                "دمشق حلب > [دمشق حلب]",
                "دمشق، حلب > [دمشق حلب]",
                "\"red cross\" > 'red cross'",
                "«الصليب الأحمر» > 'الصليب الأحمر'",
                "“red cross” now > ['red cross' now]",
                "a OR b > {a|b}",
                "a b OR c d > [a {b|c} d]",
                "a OR b OR c > {a|b|c}",
                "a or b > [a or b]",
                "a -b > [a !b]",
                "-\"a b\" > !'a b'",
                "--a > !a",
                "-(a b) > ![a b]",
                "(a b) OR c > {[a b]|c}",
                "title:word > title:word",
                "Title:\"two words\" > title:'two words'",
                "title:(a b) c > [[title:a title:b] c]",
                "in:word > in:word",
                "12:30 > 12:30",
                "prefix* > prefix*",
                "title:pre* > title:pre*",
                "a* > a*",
                "و* > و*",
                "ab* cd* ef* gh* ij* kl > [ab* cd* ef* gh* ij* kl]",
                "* > ∅",
                "a*b > a*b",
                // no patterns
                "*word > *word",
                "title:*word > title:*word",
                "w?rd wo*d > [w?rd wo*d]",
                "/wo.+d/ > /wo.+d/",
                "word~2 > word~2",
                "state-of-the-art > state-of-the-art",
                "\"not closed > 'not closed'",
                "(not closed > [not closed]",
                "a ) b > [a b]",
                "a AND b > [a b]",
                "a AND b c > [[a b] c]",
                "c a AND b > [c [a b]]",
                "a AND b AND c > [[a b] c]",
                "a OR b AND c > [{a|b} c]",
                "a AND b OR c > [a {b|c}]",
                "a AND b OR c AND d OR e > [[a {b|c}] {d|e}]",
                "(a AND b) OR c > {[a b]|c}",
                "a AND -b > [a !b]",
                "a AND \"b c\" > [a 'b c']",
                "title:a AND b > [title:a b]",
                "إيران AND > إيران",
                "AND إيران > إيران",
                "AND > ∅",
                "a AND OR b > {a|b}",
                "a OR AND b > [a b]",
                "a AND !!! b > [a b]",
                "(a AND b) > [a b]",
                "(a) AND(b) > [a b]",
                "a and b > [a and b]",
                "AND1 ANDb aAND > [AND1 ANDb aAND]",
                "OR > ∅",
                "OR a > a",
                "a OR > a",
                "- > ∅",
                "!!! … > ∅",
                "\"\" > ∅",
                "( ) > ∅",
                "title: > title",
                "a) OR b > {a|b}",
                "(a b) c) OR d > [[a b] {c|d}]",
                // commas between digits
                "1,000 people > [1,000 people]",
                "taux 12,5 > [taux 12,5]",
                "1, 2,b > [1 2 b]",
                "2020،2021 > [2020 2021]",
                // quotation marks that quote nothing
                "צה\"ל אמר > [צה\"ל אמר]",
                "\"צה\"ל אמר\" כן > ['צה\"ל אמר' כן]",
                "5\" screen > [5\" screen]",
                "\"covid 19\" now > ['covid 19' now]",
                "covid 19\"new wave\" > [covid 19 'new wave']",
                // a minus before a number, and before a word
                "−5 degrees > [−5 degrees]",
                "degrees −cold -5 > [degrees !cold !5]",
            })
    void reads(String text, String expected) {
        assertEquals(expected, shown(Query.parse(text)));
    }

    /** What begins with one letter are too many words; and each beginning is looked for among all of them. */
    @Test
    void takesShortAndFurtherBeginningsForWords() {
        assertEquals(new Query.Word("a*", null), Query.parse("a*"));
        assertEquals(new Query.Word("و*", TextField.TITLE), Query.parse("title:و*"));
        assertEquals(new Query.Prefix("وز", null), Query.parse("وز*"));
        Query.Sequence all = (Query.Sequence) Query.parse("ab* title:cd* x* (ef* OR gh*) -ij* kl*");
        assertEquals(new Query.Not(new Query.Word("ij*", null)), all.parts().get(4));
        assertEquals(new Query.Word("kl*", null), all.parts().get(5));
    }

    @ParameterizedTest
    @CsvSource({"a b c, 3", "\"a b\" -c, 3", "state-of-the-art, 4", "covid19, 2", "!!!, 0", "(a OR b*) title:c, 3"})
    void countsWords(String text, int words) {
        assertEquals(words, Query.words(Query.parse(text)));
    }

    @Property
    void anyTextIsAQuery(@ForAll String text) {
        assertTrue(Query.words(Query.parse(text)) >= 0);
    }

    @Property
    void anyHeapOfSignsIsAQuery(@ForAll("signs") String text) {
        Query query = Query.parse(text);
        assertTrue(Query.words(query) <= text.length(), () -> shown(query));
    }

    @Provide
    Arbitrary<String> signs() {
        return Arbitraries.of(
                        "\"", "«", "»", "(", ")", "-", "*", " ", "OR", "AND", "title:", "body:", "a", "دمشق", ":", "،",
                        "1")
                .list()
                .ofMaxSize(120)
                .map(parts -> String.join("", parts));
    }
}
