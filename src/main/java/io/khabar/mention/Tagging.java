package io.khabar.mention;

import io.khabar.date.PartialDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One text's way through the tagger: from left to right, at each place the longest mention. */
final class Tagging {

    private static final int LAST_YEAR = 9999;

    private final String text;
    private final Hits hits;
    private final Matcher matcher;
    private final Boundaries boundaries;
    private final int rule;
    private final @Nullable Reference reference;
    private final @Nullable Bias bias;
    private final List<Mention> mentions = new ArrayList<>();

    /** How much of the text lies behind: in UTF-16 units, and in code points. */
    private int units;

    private int codePoints;

    Tagging(String text, Hits hits, Language language, @Nullable Reference reference, @Nullable Bias bias) {
        this.text = text;
        this.hits = hits;
        this.matcher = language.matcher(hits);
        this.boundaries = new Boundaries(hits);
        this.rule = language.rule(Language.MENTION);
        this.reference = reference;
        this.bias = bias;
    }

    List<Mention> mentions() {
        int position = 0;
        while (position < hits.size()) {
            Matcher.Match match = boundaries.allowStart(position) ? matcher.longest(rule, position) : null;
            if (match == null || match.meaning() == null || !boundaries.allow(match.start(), match.end())) {
                position++;
                continue;
            }
            if (match.meaning() instanceof Expression.Several several) {
                several.pieces().forEach(this::add);
            } else if (!(match.meaning() instanceof Expression.Nothing)) {
                add(new Expression.Piece(match.start(), match.end(), match.meaning()));
            }
            position = match.end();
        }
        return mentions;
    }

    private void add(Expression.Piece piece) {
        int start = hits.token(piece.start()).start();
        int end = hits.token(piece.end() - 1).end();
        codePoints += text.codePointCount(units, start);
        int length = text.codePointCount(start, end);
        Mention mention = mention(codePoints, length, text.substring(start, end), piece.meaning());
        codePoints += length;
        units = end;
        if (mention != null) {
            mentions.add(mention);
        }
    }

    private @Nullable Mention mention(int start, int length, String written, Expression meaning) {
        Value value = meaning.at(null, bias);
        boolean relative = value == null;
        if (value == null && reference != null) {
            value = reference.resolve(meaning, bias);
        }
        if (value != null && (value.first().getYear() < 0 || value.last().getYear() > LAST_YEAR)) {
            return null;
        }
        PartialDate date = value == null ? null : PartialDate.parse(value.iso());
        return new Mention(start, start + length, written, date, meaning.kind(), relative);
    }
}
