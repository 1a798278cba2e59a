package io.khabar.article;

import io.khabar.http.Ids;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An arrival with everything that can be worked out without the database. */
public final class Arriving {

    /** Most dates that are derived of one text. */
    public static final int MOST_DATES = MentionedDates.MOST;

    final Arrival arrival;
    /** The article as it will be stored if it is new. */
    final Article article;
    /** Its dates if it is new. */
    final List<ArticleDate> dates;
    /** Whether the dates have ids that nobody else can have. */
    final boolean hasFreshDates;

    private final int leftOut;

    Arriving(Arrival arrival, Article article, MentionedDates.Rows dates) {
        this(arrival, article, dates.rows(), dates.leftOut(), false);
    }

    private Arriving(Arrival arrival, Article article, List<ArticleDate> dates, int leftOut, boolean hasFreshDates) {
        this.arrival = arrival;
        this.article = article;
        this.dates = dates;
        this.leftOut = leftOut;
        this.hasFreshDates = hasFreshDates;
    }

    /** How many dates more its text speaks of than are derived. */
    public int datesLeftOut() {
        return leftOut;
    }

    /** The language that it has; null where nobody said it and it cannot be told. */
    public @Nullable String language() {
        return article.language;
    }

    /** Whether nothing but its text tells whether it is stored already. */
    boolean isKnownByText() {
        return arrival.article().id() == null && article.urlCanonical == null && article.externalId == null;
    }

    /** The same where a person has corrected this very text: what it says of places in it says nothing of the article. */
    Arriving withFormerText() {
        return new Arriving(arrival.withoutPlaces(), article, dates, leftOut, hasFreshDates);
    }

    /** The same with new ids for its dates. */
    Arriving withFreshDates(Ids ids) {
        dates.forEach(date -> date.id = ids.next());
        return new Arriving(arrival, article, dates, leftOut, true);
    }
}
