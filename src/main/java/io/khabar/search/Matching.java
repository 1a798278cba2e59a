package io.khabar.search;

import io.khabar.search.query.Query;
import io.khabar.search.query.TextField;
import io.khabar.search.text.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes of what somebody asks what articles are compared with. What words and texts count is decided here alone. */
public final class Matching {

    /** Words as they are written count this much beside their stems: measured by {@code khabar bench ranking}. */
    private static final float EXACT = 0.2f;
    /** What a word counts where all texts are searched together. */
    private static final float EVERYWHERE = 1.5f;
    /** In quotes the words as written come first. */
    private static final float STEMMED_PHRASE = 0.3f;
    /** A prefix stands for at most so many words, and so many more behind what Arabic joins to words. */
    private static final int EXPANSIONS = 100;
    /** What a query may come to: engines refuse more than 1,024 clauses, those of the filter included. */
    private static final int MOST_CLAUSES = 800;

    /** The field with all texts together, and the one with their words. */
    static final String ALL = "all";

    private static final String WORDS = "Words";

    private final Readings readings;
    private final List<TextField> fields;
    private final int expansions;
    /** How many readings of a word or phrase are looked for in each field. */
    private final int most;
    /** Whether words and phrases are no more than what is written: so is what a query excludes. */
    private final boolean narrow;

    /** Reads words by these readings; what is bound to no field is looked for in these. */
    public Matching(Readings readings, List<TextField> fields) {
        this(readings, fields, EXPANSIONS, Integer.MAX_VALUE, false);
    }

    private Matching(Readings readings, List<TextField> fields, int expansions, int most, boolean narrow) {
        this.readings = readings;
        this.fields = fields;
        this.expansions = expansions;
        this.most = most;
        this.narrow = narrow;
    }

    /**
     * What a query is compared with. The more prefixes it has, the fewer words each stands for; and of very many words
     * not every language's reading is looked for.
     */
    public Match of(Query query) {
        Match all = match(query);
        int clauses = clauses(all);
        if (clauses <= MOST_CLAUSES) {
            return all;
        }
        int fewer = Math.max(1, MOST_CLAUSES / (Query.words(query) * fields.size()));
        int others = clauses(new Matching(readings, fields, 1, fewer, narrow).match(query));
        while (others > MOST_CLAUSES && fewer > 1) {
            fewer--;
            others = clauses(new Matching(readings, fields, 1, fewer, narrow).match(query));
        }
        int beginnings = clauses(new Matching(readings, fields, 2, fewer, narrow).match(query)) - others;
        int each = beginnings == 0 ? 0 : Math.max(0, MOST_CLAUSES - others) / beginnings;
        return new Matching(readings, fields, 1 + Math.min(each, expansions - 1), fewer, narrow).match(query);
    }

    private static int clauses(Match match) {
        return switch (match) {
            case Match.Terms terms -> terms.terms().size();
            case Match.Synonyms _, Match.Phrase _ -> 1;
            case Match.Beginning beginning -> beginning.most();
            case Match.Any any -> clauses(any.choices());
            case Match.Most most -> clauses(most.choices());
            case Match.All all -> 1 + clauses(all.needed()) + clauses(all.counting()) + clauses(all.excluded());
        };
    }

    private static int clauses(List<Match> matches) {
        return matches.stream().mapToInt(Matching::clauses).sum();
    }

    private Match match(Query query) {
        return switch (query) {
            case Query.Word word -> word(word.text(), word.field());
            case Query.Prefix prefix -> prefix(prefix.text(), prefix.field());
            case Query.Phrase phrase -> phrase(phrase.text(), phrase.field());
            case Query.Sequence sequence -> sequence(sequence);
            case Query.Either either ->
                new Match.Any(either.choices().stream().map(this::match).toList());
            case Query.Not not -> new Match.All(List.of(), List.of(), List.of(excluded(not)));
            case Query.Nothing _ -> Match.NOTHING;
        };
    }

    private Match excluded(Query.Not not) {
        return new Matching(readings, fields, expansions, most, true).match(not.excluded());
    }

    /**
     * Both of two words, at least half of more: so a headline finds its article although the body says it in other words.
     * Measured with the first four words of 3,000 titles of the ANT corpus in bodies: three of four make the mean
     * reciprocal rank 0.642, two 0.700.
     */
    static int needed(int words) {
        return words <= 2 ? words : words <= 5 ? words * 7 / 10 : (words + 1) / 2;
    }

    private Match sequence(Query.Sequence sequence) {
        List<Match> needed = new ArrayList<>();
        List<Match> counting = new ArrayList<>();
        List<Match> excluded = new ArrayList<>();
        List<Query.Word> words = new ArrayList<>();
        boolean headline = sequence.isHeadline();
        List<Query> parts = headline ? sequence.loosened() : sequence.parts();
        for (Query part : parts) {
            switch (part) {
                case Query.Word word when Query.isPlain(word) -> words.add(word);
                // What a headline quotes is said in other words below it: it counts, but need not be there.
                case Query.Phrase phrase when headline && phrase.field() == null -> counting.add(match(phrase));
                case Query.Not not -> excluded.add(excluded(not));
                default -> needed.add(match(part));
            }
        }
        List<Query.Word> telling = words.stream()
                .filter(word -> !readings.of(word.text()).isEmpty())
                .toList();
        if (!words.isEmpty() && (!telling.isEmpty() || parts.size() == words.size())) {
            // Stop words count only where there is nothing else.
            List<Query.Word> counted = telling.isEmpty() ? words : telling;
            needed.add(new Match.Most(
                    counted.stream().map(this::match).toList(), narrow ? counted.size() : needed(counted.size())));
        }
        return new Match.All(needed, counting, excluded);
    }

    /** The fields to look in, each with its weight. */
    private List<TextField> fields(@Nullable TextField only) {
        return only == null ? fields : List.of(only);
    }

    static float weight(TextField field) {
        return switch (field) {
            case TITLE -> 3;
            case KEYWORDS -> 2;
            case LEAD -> 1.5f;
            case BODY, AUTHORS -> 1;
        };
    }

    private Match word(String text, @Nullable TextField only) {
        List<String> exact = Readings.words(text);
        Set<List<String>> variants = narrow ? readings.own(text) : readings.of(text);
        if (everywhere(only) && exact.size() == 1 && variants.stream().allMatch(terms -> terms.size() == 1)) {
            return anywhere(exact, variants);
        }
        List<Match> any = new ArrayList<>();
        List<String> single = variants.stream()
                .filter(terms -> terms.size() == 1)
                .map(List::getFirst)
                .limit(most)
                .toList();
        for (TextField field : fields(only)) {
            float weight = weight(field);
            if (!single.isEmpty()) {
                any.add(new Match.Terms(field.word(), single, weight));
            }
            variants.stream()
                    .filter(terms -> terms.size() > 1)
                    .limit(most)
                    .forEach(terms -> any.add(new Match.Phrase(field.word(), terms, 1, weight)));
            any.add(new Match.Phrase(field.word() + WORDS, exact, 0, weight * EXACT));
        }
        return new Match.Any(any);
    }

    private boolean everywhere(@Nullable TextField only) {
        return only == null && fields.size() == TextField.values().length;
    }

    /**
     * A word in any text: of all texts together, as that is one list to read instead of one for each. Titles, which
     * decide, are looked at where the word is found.
     */
    private static Match anywhere(List<String> exact, Set<List<String>> variants) {
        Match written = new Match.Terms(ALL + WORDS, exact, EVERYWHERE * EXACT);
        if (variants.isEmpty()) {
            return written;
        }
        List<String> terms = variants.stream().map(List::getFirst).toList();
        return new Match.All(
                List.of(new Match.Any(List.of(new Match.Synonyms(ALL, terms, EVERYWHERE), written))),
                List.of(new Match.Synonyms(TextField.TITLE.word(), terms, weight(TextField.TITLE))),
                List.of());
    }

    private Match phrase(String text, @Nullable TextField only) {
        List<String> exact = Readings.words(text);
        List<Match> any = new ArrayList<>();
        Set<List<String>> stemmed = narrow ? Set.of() : readings.ofPhrase(text);
        for (TextField field : fields(only)) {
            float weight = weight(field);
            any.add(new Match.Phrase(field.word() + WORDS, exact, 0, weight));
            stemmed.stream()
                    .limit(most)
                    .forEach(stems -> any.add(new Match.Phrase(field.word(), stems, 0, weight * STEMMED_PHRASE)));
        }
        return new Match.Any(any);
    }

    /** The beginning of a word, in any text as {@link #anywhere} has a word: what stands in a title comes first. */
    private Match prefix(String text, @Nullable TextField only) {
        List<String> beginnings = Readings.beginnings(text);
        if (everywhere(only)) {
            return new Match.All(
                    List.of(new Match.Any(begun(ALL, beginnings, EVERYWHERE))),
                    begun(TextField.TITLE.word(), beginnings, weight(TextField.TITLE)),
                    List.of());
        }
        return new Match.Any(fields(only).stream()
                .flatMap(field -> begun(field.word(), beginnings, weight(field)).stream())
                .toList());
    }

    private List<Match> begun(String field, List<String> beginnings, float weight) {
        return beginnings.stream()
                .map(beginning -> (Match) new Match.Beginning(field + WORDS, beginning, expansions, weight))
                .toList();
    }
}
