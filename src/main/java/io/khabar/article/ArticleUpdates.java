package io.khabar.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.article.Arrived.Outcome;
import io.khabar.http.ProblemException;
import io.khabar.source.KnownSource;
import io.khabar.source.SourceReference;
import io.khabar.source.SourceRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Writes articles that imports bring over those that are stored, inside of the transaction that runs. */
@Singleton
class ArticleUpdates {

    private final ArticleRepository articles;
    private final DateRepository dateRows;
    private final ArrivalDates dates;
    private final ArticleDates articleDates;
    private final SourceRepository sources;
    private final Derivation derivation;
    private final FormerIdentities former;
    private final ObjectMapper json;

    ArticleUpdates(
            ArticleRepository articles,
            DateRepository dateRows,
            ArrivalDates dates,
            ArticleDates articleDates,
            SourceRepository sources,
            Derivation derivation,
            FormerIdentities former,
            ObjectMapper json) {
        this.articles = articles;
        this.dateRows = dateRows;
        this.dates = dates;
        this.articleDates = articleDates;
        this.sources = sources;
        this.derivation = derivation;
        this.former = former;
        this.json = json;
    }

    /**
     * Writes what an arrival states into the stored article that it is. Where a person has corrected this very text, or the
     * source by which it is known, the correction stays: the text always, the source, with the id that it has there, unless the
     * arrival itself states one.
     *
     * @throws ProblemException where a date does not stand where it says
     */
    Arrived update(Arriving brought, Known.Match match, Instant now) {
        Article article = articles.forUpdate(match.id()).orElse(null);
        if (article == null) {
            // Deleted since it was looked up; sending it again creates it.
            return Arrived.rejected(ProblemException.notFound("The article was deleted in the meantime."));
        }
        boolean corrected = match.formerText() && !Arrays.equals(article.textHash, brought.article.textHash);
        Arriving arriving = corrected ? brought.withFormerText() : brought;
        List<Identity> known = Identity.of(article);
        ObjectNode before = json.valueToTree(article.written());
        ObjectNode merged = merged(before.deepCopy(), article, arriving, corrected);
        if (match.former() && !arriving.arrival.statesSource()) {
            merged.set("source", before.get("source"));
            // The id that it has in that one; what the input calls it there may be another article.
            merged.remove("externalId");
            merged.setAll(before.deepCopy().retain("externalId"));
        }
        MentionBasis basis = MentionBasis.of(article);
        // What a person said of the source goes before what the input was found to be of.
        UUID sourceId =
                merged.path("source").equals(before.path("source")) ? article.sourceId : arriving.article.sourceId;
        KnownSource source = source(sourceId, arriving.arrival);
        if (!before.has("zone") && merged.path("zone").asText().equals(source.zoneName())) {
            merged.remove("zone");
        }
        ZoneId zone = source.zone();
        List<ArticleDate> rows = dateRows.of(article.id);
        boolean sameDates = dates.missing(arriving.arrival, rows).isEmpty()
                && dates.outdated(article, arriving, rows).isEmpty();
        Set<String> marks = new HashSet<>(article.derived);
        merged.fieldNames().forEachRemaining(field -> {
            if (!merged.get(field).equals(before.get(field))) {
                marks.remove(field);
                if (arriving.arrival.derived().contains(field)) {
                    marks.add(field);
                }
            } else if (arriving.arrival.article().given().contains(field)
                    && !arriving.arrival.derived().contains(field)) {
                // Said by somebody now, though with the same words.
                marks.remove(field);
            }
        });
        if (merged.equals(before) && sameDates && marks.containsAll(article.derived)) {
            articles.forget();
            return new Arrived(Outcome.UNCHANGED, article.id, null, match.by(), null, null);
        }
        article.write(source, ArticleService.READER.read(merged), new Marks(marks, article.derivable), derivation, now);
        articleDates.follow(article, basis, zone, now);
        // Now that the given ones have moved with the text, those that are still missing stand in the new one.
        List<NewDate> missing = dates.missing(arriving.arrival, dateRows.of(article.id));
        if (!missing.isEmpty()) {
            dates.give(article, missing, arriving.hasFreshDates, zone, now);
            articleDates.followRow(article, Role.MENTIONED, true, zone, now);
        }
        dates.renew(article, arriving, now);
        articles.flush();
        former.imported(article, known);
        articles.forget();
        return new Arrived(Outcome.UPDATED, article.id, article.sourceId, match.by(), null, null);
    }

    /** The source with an id, the arrival's or the one that an article keeps. */
    private KnownSource source(UUID id, Arrival arrival) {
        return id.equals(arrival.source().id())
                ? arrival.source()
                : sources.resolve(SourceReference.of(id)).orElseThrow();
    }

    /**
     * What the arrival states goes over what is stored; what it only derived goes over what was derived, and not to where
     * there is nothing though the text is the same: a person took it away.
     *
     * @param corrected whether the text is the same as before a person corrected it
     */
    private ObjectNode merged(ObjectNode stored, Article article, Arriving arriving, boolean corrected) {
        Arrival arrival = arriving.arrival;
        ObjectNode brought = json.valueToTree(arrival.article());
        brought.put("body", arriving.article.body);
        Set<String> stated = new LinkedHashSet<>(arrival.article().given());
        brought.properties().stream()
                .filter(field -> field.getValue().isArray() && field.getValue().isEmpty())
                .forEach(field -> stated.add(field.getKey()));
        if (corrected) {
            stated.remove("body");
        }
        boolean sameText = corrected || Arrays.equals(article.textHash, arriving.article.textHash);
        for (String field : stated) {
            boolean derived = arrival.derived().contains(field);
            boolean personsWord = stored.hasNonNull(field) ? !article.derived.contains(field) : sameText;
            boolean followsFromText = Derivation.FOLLOWS.contains(field);
            JsonNode value = brought.get(field);
            if (field.equals("id") || value == null || (derived && (personsWord || followsFromText))) {
                continue;
            }
            stored.set(field, value);
        }
        return stored;
    }
}
