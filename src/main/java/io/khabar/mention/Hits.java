package io.khabar.mention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands at each position of a text: lexicon entries and numbers, found once and kept. */
final class Hits {

    /** Words from a position on that belong to a class, or a number that can play a part. */
    record Hit(int type, int value, int length) {}

    /** How many tokens before an expression are searched for a verb. */
    private static final int FUTURE_REACH = 12;

    private static final String CLAUSE_ENDS = ",،؛;:!?؟()\"";

    /** Shorter words with these letters are too often something else. */
    private static final int SHORTEST_FUTURE = 5;

    /** Phrases of more words are not looked for before a position. */
    private static final int LONGEST_BEFORE = 3;

    private static final Hit[] NOTHING = {};

    private final List<Token> tokens;
    private final NumberWords numbers;
    private final NumericDates dates;
    private final int function;
    private final int future;
    private final int told;
    private final int notFuture;
    /** Where the lexicon goes on from its root at each position, looked up once. */
    private final Lexicon.@Nullable Node[] nodes;

    /** Arrays, as they are gone through more often than anything else. */
    private final Hit[] @Nullable [] at;

    private final List<Hit> finding = new ArrayList<>();

    Hits(List<Token> tokens, Lexicon lexicon, NumberWords numbers, NumericDates dates) {
        this.tokens = tokens;
        this.numbers = numbers;
        this.dates = dates;
        this.function = lexicon.type("function");
        this.future = lexicon.type("future");
        this.told = lexicon.type("told");
        this.notFuture = lexicon.type("notfuture");
        this.at = new Hit[tokens.size()][];
        this.nodes = new Lexicon.Node[tokens.size()];
        for (int position = 0; position < nodes.length; position++) {
            nodes[position] = lexicon.root().next().get(tokens.get(position).folded());
        }
    }

    /** An instant written out in the text, by the value of its hit. */
    Instant instant(int value) {
        return dates.instant(value);
    }

    int size() {
        return tokens.size();
    }

    Token token(int position) {
        return tokens.get(position);
    }

    Hit[] at(int position) {
        if (position < 0 || position >= at.length) {
            return NOTHING;
        }
        Hit[] found = at[position];
        if (found == null) {
            found = find(position);
            at[position] = found;
        }
        return found;
    }

    boolean has(int position, int type) {
        for (Hit hit : at(position)) {
            if (hit.type() == type) {
                return true;
            }
        }
        return false;
    }

    /** Whether a mark, an end, a word of the class "function" or a definite noun stands at a position. */
    boolean isFree(int position) {
        if (position >= tokens.size()) {
            return true;
        }
        Token token = tokens.get(position);
        return token.breaks() || token.type() == Token.Type.MARK || has(position, function) || isDefinite(position);
    }

    /** Whether a noun with the Arabic article stands at a position. */
    boolean isDefinite(int position) {
        if (position < 0) {
            return false;
        }
        String word = tokens.get(position).folded();
        return word.length() > 2
                && (word.startsWith("ال") || word.startsWith("وال") || word.startsWith("بال") || word.startsWith("لل"));
    }

    /** Whether a mark, a line's end or the text's end stands at a position; a mark that joins two numbers is none. */
    boolean isStop(int position) {
        if (position >= tokens.size() || tokens.get(position).breaks()) {
            return true;
        }
        Token mark = tokens.get(position);
        boolean joins = !mark.spaced()
                && position > 0
                && tokens.get(position - 1).isDigits()
                && position + 1 < tokens.size()
                && tokens.get(position + 1).isDigits()
                && !tokens.get(position + 1).spaced();
        return mark.type() == Token.Type.MARK && !joins;
    }

    /** Whether a word with a capital letter stands at a position, in the same line as what is before it. */
    boolean isCapital(int position) {
        return position < tokens.size()
                && tokens.get(position).capital()
                && (position == 0 || !tokens.get(position).breaks());
    }

    /**
     * Whether something is said to happen in the future: before the position, in its clause, stands a word of the class
     * "future", or an Arabic verb with the particle of the future written on to it, and behind that no word of the class
     * "told", which would say that it is the day of the news ("it will close, the firm said on Monday").
     */
    boolean isFuture(int position) {
        for (int at = position - 1; at >= Math.max(0, position - FUTURE_REACH); at--) {
            Token token = tokens.get(at);
            boolean ends = token.type() == Token.Type.MARK && at < position - 1 && CLAUSE_ENDS.contains(token.folded());
            if (ends || token.is(".") || tokens.get(at + 1).breaks() || has(at, told)) {
                return false;
            }
            if (has(at, future) || (isFutureVerb(token) && !has(at, notFuture))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFutureVerb(Token token) {
        String word = token.folded();
        return word.length() >= SHORTEST_FUTURE && word.charAt(0) == 'س' && "يتن".indexOf(word.charAt(1)) >= 0;
    }

    /** Whether a word or phrase of a class ends before a position. */
    boolean hasBefore(int position, int type) {
        for (int length = 1; length <= LONGEST_BEFORE; length++) {
            for (Hit hit : at(position - length)) {
                if (hit.type() == type && hit.length() == length) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The value of a one-word entry of the class at a position, or -1. */
    int word(int position, int type) {
        if (position < 0 || position >= tokens.size()) {
            return -1;
        }
        Lexicon.Node node = nodes[position];
        if (node != null) {
            List<Lexicon.Entry> entries = node.entries();
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i).type() == type) {
                    return entries.get(i).value();
                }
            }
        }
        return -1;
    }

    private Hit[] find(int position) {
        Token token = tokens.get(position);
        Lexicon.Node node = nodes[position];
        if (node == null && !token.isDigits()) {
            return NOTHING;
        }
        finding.clear();
        int length = 1;
        while (node != null) {
            for (Lexicon.Entry entry : node.entries()) {
                finding.add(new Hit(entry.type(), entry.value(), length));
            }
            int next = position + length;
            if (next >= tokens.size()
                    || node.next().isEmpty()
                    || tokens.get(next).breaks()) {
                break;
            }
            node = node.next().get(tokens.get(next).folded());
            length++;
        }
        numbers.addTo(finding, this, position);
        if (token.isDigits()) {
            dates.addTo(finding, this, position);
        }
        return finding.isEmpty() ? NOTHING : finding.toArray(NOTHING);
    }
}
