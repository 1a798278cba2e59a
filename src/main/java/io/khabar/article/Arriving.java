package io.khabar.article;

import io.khabar.http.Ids;
import java.util.List;

/** An arrival with everything that can be worked out without the database. */
public final class Arriving {

    final Arrival arrival;
    /** The article as it will be stored if it is new. */
    final Article article;
    /** Its dates if it is new. */
    final List<ArticleDate> dates;
    /** Whether the dates have ids that nobody else can have. */
    final boolean hasFreshDates;

    Arriving(Arrival arrival, Article article, List<ArticleDate> dates) {
        this(arrival, article, dates, false);
    }

    private Arriving(Arrival arrival, Article article, List<ArticleDate> dates, boolean hasFreshDates) {
        this.arrival = arrival;
        this.article = article;
        this.dates = dates;
        this.hasFreshDates = hasFreshDates;
    }

    /** Whether nothing but its text tells whether it is stored already. */
    boolean isKnownByText() {
        return arrival.article().id() == null && article.urlCanonical == null && article.externalId == null;
    }

    /** The same with new ids for its dates. */
    Arriving withFreshDates(Ids ids) {
        dates.forEach(date -> date.id = ids.next());
        return new Arriving(arrival, article, dates, true);
    }
}
