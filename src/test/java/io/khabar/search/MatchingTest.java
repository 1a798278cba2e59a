package io.khabar.search;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.search.query.Query;
import io.khabar.search.query.TextField;
import io.khabar.search.text.Languages;
import io.khabar.search.text.Readings;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TopTermsRewrite;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a query may come to where articles are in every language: engines refuse more than 1,024 clauses. */
class MatchingTest {

    private final Readings readings = new Readings(new Languages(), new TreeSet<>(Languages.analysed()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nationalisees internationales organisations universitaires administrations gouvernementales",
                "organizaciones internacionales presentaciones administradores estudiantes profesionales autoridades",
                "verantwortlichen gesellschaften freundlichkeiten entwicklungen bewohnerinnen krankenhausern",
                "الوزارات والحكومات فالمدينتين وبالجامعات للمهندسين والمعلومات",
                "правительственными организациями международными соглашениями",
                "2021 1442 2015 2017 90 48",
                "kommunalisieres",
                "\"kommunalisieres\"",
                "kommunalisieres \"nationalisees\" \"presentaciones\" \"organisations\" \"presentations\"",
                "komm* pre* inter* uni* nationalisees"
            })
    void manyWordsInManyLanguagesAreNotTooMuch(String some) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < Query.MOST_WORDS; i++) {
            String[] of = some.split(" ", -1);
            words.append(of[i % of.length]).append(' ');
        }
        Query query = Query.parse(words.toString().strip());
        for (List<TextField> fields : List.of(
                List.of(TextField.values()),
                List.of(TextField.TITLE, TextField.LEAD, TextField.BODY, TextField.KEYWORDS))) {
            int clauses = clauses(LuceneMatches.query(new Matching(readings, fields).of(query)));
            assertTrue(clauses <= 800, clauses + " clauses for " + fields);
        }
    }

    /** As an {@code IndexSearcher} counts them, when prefixes stand for as many words as they may. */
    private static int clauses(org.apache.lucene.search.Query query) {
        AtomicInteger all = new AtomicInteger();
        query.visit(new QueryVisitor() {
            @Override
            public void consumeTerms(org.apache.lucene.search.Query part, Term... terms) {
                all.incrementAndGet();
            }

            @Override
            public void consumeTermsMatching(
                    org.apache.lucene.search.Query part, String field, Supplier<ByteRunAutomaton> automaton) {
                all.addAndGet(((TopTermsRewrite<?>) ((PrefixQuery) part).getRewriteMethod()).getSize());
            }
        });
        return all.get();
    }
}
