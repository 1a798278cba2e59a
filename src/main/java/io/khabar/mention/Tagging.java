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
        List<Mention> mentions = new ArrayList<>();
        int position = 0;
        int units = 0;
        int codePoints = 0;
        while (position < hits.size()) {
            Matcher.Match match = boundaries.allowStart(position) ? matcher.longest(rule, position) : null;
            if (match == null || match.meaning() == null || !boundaries.allow(match.start(), match.end())) {
                position++;
                continue;
            }
            if (match.meaning() instanceof Expression.Nothing) {
                position = match.end();
                continue;
            }
            int start = hits.token(match.start()).start();
            int end = hits.token(match.end() - 1).end();
            codePoints += text.codePointCount(units, start);
            int length = text.codePointCount(start, end);
            Mention mention = mention(codePoints, length, text.substring(start, end), match.meaning());
            codePoints += length;
            units = end;
            if (mention != null) {
                mentions.add(mention);
            }
            position = match.end();
        }
        return mentions;
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
