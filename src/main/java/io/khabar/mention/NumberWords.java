package io.khabar.mention;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in digits and in words, cardinal and ordinal, and the parts that they can play in a date: {@code num} any,
 * {@code ord} ordinals, {@code dom} a day of the month, {@code digitdom} the same in digits, {@code year} 1001 to 2999, {@code longyear} 100 to 2999 (after
 * a word for year), {@code recent} 1800 to 2099 and {@code bareyear} 1900 to 2049 but 2000 (where less says that it is
 * a year), {@code wordyear} one of several
 * words, {@code short} two digits, {@code lateshort} from 50 on.
 */
final class NumberWords {

    private static final int LONGEST = 12;

    /** A number from a position on, so many tokens long. */
    private record Numeral(int value, int length, boolean ordinal, boolean digits) {}

    private final int cardinal;
    private final int ordinal;
    private final int and;
    private final int suffix;
    private final int article;
    private final int dash;
    private final int num;
    private final int ord;
    private final int dom;
    private final int year;
    private final int longYear;
    private final int recent;
    private final int bareYear;
    private final int wordYear;
    private final int digitDom;
    private final int two;
    private final int lateTwo;

    NumberWords(Lexicon lexicon) {
        this.cardinal = lexicon.type("cardinal");
        this.ordinal = lexicon.type("ordinal");
        this.and = lexicon.type("numberand");
        this.suffix = lexicon.type("ordinalsuffix");
        this.article = lexicon.type("digitarticle");
        this.dash = lexicon.type("dash");
        this.num = lexicon.type("num");
        this.ord = lexicon.type("ord");
        this.dom = lexicon.type("dom");
        this.year = lexicon.type("year");
        this.longYear = lexicon.type("longyear");
        this.recent = lexicon.type("recent");
        this.bareYear = lexicon.type("bareyear");
        this.wordYear = lexicon.type("wordyear");
        this.digitDom = lexicon.type("digitdom");
        this.two = lexicon.type("short");
        this.lateTwo = lexicon.type("lateshort");
    }

    /** Adds the parts that a number at the position can play. */
    void addTo(List<Hits.Hit> hits, Hits all, int position) {
        Numeral number = all.token(position).isDigits() ? inDigits(all, position) : inWords(all, position);
        if (number == null) {
            return;
        }
        int value = number.value();
        hits.add(new Hits.Hit(num, value, number.length()));
        if (number.ordinal() || number.digits()) {
            hits.add(new Hits.Hit(ord, value, number.length()));
        }
        boolean padded = number.digits() && all.token(position).digits() > 2;
        if (value >= 1 && value <= 31 && !padded) {
            hits.add(new Hits.Hit(dom, value, number.length()));
            if (number.digits()) {
                hits.add(new Hits.Hit(digitDom, value, number.length()));
            }
        }
        if (!number.ordinal()
                && value >= 100
                && value <= 2999
                && !(padded && all.token(position).folded().startsWith("0"))) {
            hits.add(new Hits.Hit(longYear, value, number.length()));
            if (value > 1000) {
                hits.add(new Hits.Hit(year, value, number.length()));
            }
            if (number.digits() && number.length() == 1) {
                bare(hits, value);
            }
            if (!number.digits() && number.length() >= 3 && value > 1100 && value < 2100) {
                hits.add(new Hits.Hit(wordYear, value, number.length()));
            }
        }
        if (number.digits() && number.length() == 1 && all.token(position).digits() == 2) {
            hits.add(new Hits.Hit(two, value, 1));
            if (value >= 50) {
                hits.add(new Hits.Hit(lateTwo, value, 1));
            }
        }
    }

    private void bare(List<Hits.Hit> hits, int value) {
        if (value >= 1800 && value < 2100) {
            hits.add(new Hits.Hit(recent, value, 1));
        }
        if (value >= 1900 && value < 2050 && value != 2000) {
            hits.add(new Hits.Hit(bareYear, value, 1));
        }
    }

    private @Nullable Numeral inDigits(Hits all, int position) {
        Token token = all.token(position);
        if (token.number() < 0) {
            return null;
        }
        boolean marked =
                position + 1 < all.size() && !all.token(position + 1).spaced() && all.word(position + 1, suffix) >= 0;
        return new Numeral(token.number(), marked ? 2 : 1, marked, true);
    }

    private @Nullable Numeral inWords(Hits all, int position) {
        if (all.word(position, article) >= 0
                && position + 1 < all.size()
                && all.token(position + 1).isDigits()
                && all.token(position + 1).number() >= 0) {
            return new Numeral(all.token(position + 1).number(), 2, true, true);
        }
        Reader reader = new Reader(all, position);
        reader.read();
        return reader.end == position
                ? null
                : new Numeral(reader.value(), reader.end - position, reader.ordinal, false);
    }

    /** Reads number words as long as each fits what was read before: "two thousand and twenty-one", "ألفين وثمانية عشر". */
    private final class Reader {
        private final Hits all;
        private final int start;
        private int end;
        private int total;
        private int current;
        private int lastScale = Integer.MAX_VALUE;
        private boolean ordinal;
        private boolean yearStyle;

        Reader(Hits all, int start) {
            this.all = all;
            this.start = start;
            this.end = start;
        }

        int value() {
            return total + current;
        }

        void read() {
            int at = start;
            while (at < all.size() && at - start < LONGEST) {
                boolean joined = at > start && (all.word(at, and) >= 0 || all.word(at, dash) >= 0);
                int word = joined ? at + 1 : at;
                if (word >= all.size() || (word > start && all.token(word).breaks())) {
                    return;
                }
                int value = all.word(word, cardinal);
                boolean ranked = all.word(word, NumberWords.this.ordinal) >= 0;
                if (ranked) {
                    value = all.word(word, NumberWords.this.ordinal);
                }
                boolean first = word == start;
                if (value < 0 || (!first && !(fits(value, joined) && follows(value, ranked)))) {
                    return;
                }
                take(value);
                ordinal |= ranked;
                end = word + 1;
                at = end;
            }
        }

        /** After an ordinal only its tens or the ten of "thirteenth" can follow. */
        private boolean follows(int value, boolean ranked) {
            return !ordinal || ranked || value == 10;
        }

        private boolean fits(int value, boolean joined) {
            if (yearStyle) {
                return current % 100 >= 20 && current % 10 == 0 && value < 10;
            }
            if (value >= 1000) {
                return !joined && current > 0 && current < 1000 && value < lastScale;
            }
            if (value == 100) {
                return current == 0 || (current < 10 && !joined);
            }
            if (value > 100) {
                return current == 0;
            }
            int below = current % 100;
            if (below == 0) {
                return current > 0 || total > 0;
            }
            if (below < 10 && below > 0) {
                // Units before tens: "خمسة وعشرين" with a conjunction, "خمسة عشر" and its like without one.
                return value == 10 ? !joined : (joined && value >= 20 && value % 10 == 0);
            }
            if (below >= 20 && below % 10 == 0 && value < 10) {
                return true;
            }
            // French counts on from sixty and from eighty: "soixante-dix-sept", "quatre-vingt-treize".
            if (((below == 60 || below == 80) && value < 20) || (below == 70 && value > 10 && value < 17)) {
                return true;
            }
            // "nineteen ninety-nine"
            return !joined && current == below && total == 0 && below >= 11 && below <= 20 && value >= 10;
        }

        private void take(int value) {
            if (value >= 1000) {
                // "ألفين" says two thousand in one word.
                total += value % 1000 == 0 && value > 1000 ? value : Math.max(current, 1) * value;
                current = 0;
                lastScale = value;
            } else if (value == 100) {
                current = Math.max(current, 1) * 100;
            } else if (current >= 11
                    && current <= 20
                    && total == 0
                    && value >= 10
                    && current < 100
                    && value < 100
                    && !(current == 20 && value < 10)) {
                current = current * 100 + value;
                yearStyle = true;
            } else {
                current += value;
            }
        }
    }
}
