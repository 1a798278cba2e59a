package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.khabar.date.PartialDate;
import io.khabar.mention.DateTagger;
import io.khabar.mention.Mention;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Compared with looking at each given date for each mention. */
class GivenMentionsTest {

    private static final List<Mention> MENTIONS = DateTagger.tag(
            "In 2011 and in 2012, then in March 2013; in 2011 again, and on 4 May 2014.",
            "en",
            null,
            ZoneOffset.UTC,
            null);

    private static ArticleDate row(Role role, @Nullable String value, @Nullable String text, int start, int end) {
        ArticleDate row = new ArticleDate(UUID.randomUUID(), UUID.randomUUID(), role, Instant.EPOCH);
        row.resolve(value == null ? null : PartialDate.parse(value));
        row.locate(text, start < 0 ? null : start, start < 0 ? null : end);
        return row;
    }

    private static boolean isThe(ArticleDate given, Mention mention) {
        if (given.role() != Role.MENTIONED) {
            return false;
        }
        if (given.startOffset != null && given.endOffset != null) {
            return given.startOffset < mention.end() && mention.start() < given.endOffset;
        }
        return mention.text().equals(given.text);
    }

    @Property
    void areTheMentionsThatOneOfThemIs(@ForAll long seed) {
        Random random = new Random(seed);
        List<ArticleDate> rows = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            int start = random.nextInt(120) - 40;
            rows.add(row(
                    random.nextInt(5) == 0 ? Role.PUBLISHED : Role.MENTIONED,
                    random.nextBoolean()
                            ? null
                            : List.of("2011", "2013-03", "1999").get(random.nextInt(3)),
                    random.nextBoolean()
                            ? null
                            : MENTIONS.get(random.nextInt(MENTIONS.size())).text(),
                    start,
                    start + 1 + random.nextInt(30)));
        }
        GivenMentions given = GivenMentions.of(rows);
        for (Mention mention : MENTIONS) {
            assertEquals(rows.stream().anyMatch(row -> isThe(row, mention)), given.have(mention), mention::toString);
        }
    }
}
