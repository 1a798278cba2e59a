package io.khabar.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.date.PartialDate;
import io.khabar.http.Fault;
import io.khabar.http.Faults;
import io.khabar.http.Ids;
import io.khabar.http.Preconditions;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.http.RecordReader;
import io.khabar.list.Stamped;
import io.khabar.source.SourceReference;
import io.khabar.source.SourceRepository;
import io.khabar.transaction.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Writes the dates of articles. A write locks the article first, so that dates and article change together, and raises
 * the article's version.
 */
@Singleton
public class DateService {

    /** Reads dates as clients write them. */
    public static final RecordReader<NewDate> READER = RecordReader.of(NewDate.class, DateView.class);

    /** What a write made, and whether it was there before. */
    record Written(Stamped<DateView> date, boolean created) {}

    private final ArticleRepository articles;
    private final DateRepository dates;
    private final ArticleDates articleDates;
    private final SourceRepository sources;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;
    private final ObjectMapper json;

    DateService(
            ArticleRepository articles,
            DateRepository dates,
            ArticleDates articleDates,
            SourceRepository sources,
            Transactions transactions,
            Ids ids,
            Clock clock,
            ObjectMapper json) {
        this.articles = articles;
        this.dates = dates;
        this.articleDates = articleDates;
        this.sources = sources;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Gives an article a date.
     *
     * @throws ProblemException {@code date-exists} for a second published or modified date, or an id that is taken;
     *     {@code too-many-dates}
     */
    public Stamped<DateView> create(UUID articleId, NewDate written) {
        sameArticle(articleId, written);
        UUID id = written.id() == null ? ids.next() : written.id();
        return explained(() -> transactions.run(() -> {
            Article article = articles.forUpdate(articleId).orElseThrow(() -> ArticleService.unknown(articleId));
            return insert(article, id, written);
        }));
    }

    private Stamped<DateView> insert(Article article, UUID id, NewDate written) {
        Instant now = now();
        return write(article, new ArticleDate(id, article.id, written.role(), now), written, now);
    }

    private Stamped<DateView> write(Article article, ArticleDate date, NewDate written, Instant now) {
        BodyText body = new BodyText(article.body);
        checkOffsets(body, written);
        settle(article, date);
        boolean more = date.role() == Role.MENTIONED && (date.version == 0 || date.isDerived());
        ZoneId zone = zone(article);
        date.resolve(
                written.value() == null && written.text() != null
                        ? MentionedDates.meaning(written.text(), article, zone)
                        : written.value());
        ArticleDates.locate(date, body, written, ArticleDates.reach(1));
        date.touch(now);
        article.give(date.role());
        ArticleDates.lead(article, date.role(), date.value);
        article.touch(now);
        // Of a new date, what it holds now is inserted; one that is there already is known to the session.
        dates.persist(date);
        articleDates.followRow(article, date.role(), more, zone, now);
        dates.flush();
        return dates.view(date.id, DateResource.ALL).orElseThrow();
    }

    /** Replaces a date, or creates it for the article that the body names. */
    Written replace(UUID id, NewDate written, Preconditions conditions) {
        agree(id, written);
        return explained(() -> {
            try {
                return transactions.run(() -> write(id, written, conditions));
            } catch (RuntimeException failed) {
                if (Transactions.brokenConstraint(failed)
                        .filter("article_date_id_pk"::equals)
                        .isPresent()) {
                    // Another writer created it in the meantime: now there is something to replace.
                    return transactions.run(() -> write(id, written, conditions));
                }
                throw failed;
            }
        });
    }

    private Written write(UUID id, NewDate written, Preconditions conditions) {
        if (dates.findById(id) == null) {
            conditions.check(null);
            Article article = articles.forUpdate(articleOf(written)).orElseThrow(DateService::unknownArticle);
            return new Written(insert(article, id, written), true);
        }
        ArticleDate date = locked(id);
        conditions.check(date.version);
        fixed(date, written);
        return new Written(write(article(date), date, written, now()), false);
    }

    private static UUID articleOf(NewDate written) {
        if (written.articleId() == null) {
            throw ProblemException.of(
                    ProblemCode.INVALID_REQUEST,
                    Fault.pointer("/articleId", "required", "is required to create a date"));
        }
        return written.articleId();
    }

    /** Changes a date by a merge patch. */
    Stamped<DateView> patch(UUID id, JsonNode patch, Preconditions conditions) {
        return explained(() -> transactions.run(() -> {
            ArticleDate date = locked(id);
            ObjectNode current = current(date);
            if (patch.has("text") && !patch.has("startOffset") && !patch.has("endOffset")) {
                // Where the text of before stands says nothing of another one, and may have been found by us.
                current.remove(List.of("startOffset", "endOffset"));
            }
            NewDate written = READER.patched(Patched.shown(current, patch, "value"), patch);
            agree(id, written);
            fixed(date, written);
            conditions.check(date.version);
            return write(article(date), date, written, now());
        }));
    }

    /** Takes a date from its article. */
    void delete(UUID id, Preconditions conditions) {
        transactions.run(() -> {
            ArticleDate date = locked(id);
            conditions.check(date.version);
            Article article = article(date);
            Instant now = now();
            settle(article, date);
            article.give(date.role());
            ArticleDates.lead(article, date.role(), null);
            article.touch(now);
            dates.delete(date);
            articleDates.followRow(article, date.role(), false, zone(article), now);
            return id;
        });
    }

    /** The date as it is once its article is locked: articles are always locked first, so that writers never deadlock. */
    private ArticleDate locked(UUID id) {
        ArticleDate date = dates.findById(id);
        if (date == null || articles.forUpdate(date.articleId).isEmpty()) {
            throw unknown(id);
        }
        if (!dates.refresh(date)) {
            throw unknown(id);
        }
        return date;
    }

    /** The article of a date whose article is locked. */
    private Article article(ArticleDate date) {
        return Objects.requireNonNull(articles.findById(date.articleId));
    }

    /** What a person does to a derived date is remembered: its place in the text is not derived any more. */
    static void settle(Article article, ArticleDate date) {
        if (date.isDerived()) {
            article.settle(date.place());
        }
    }

    private ZoneId zone(Article article) {
        return sources.resolve(SourceReference.of(article.sourceId))
                .orElseThrow()
                .zone();
    }

    private ObjectNode current(ArticleDate date) {
        return json.valueToTree(new NewDate(
                date.id,
                date.articleId,
                date.role(),
                date.value == null ? null : PartialDate.parse(date.value),
                date.text,
                date.startOffset,
                date.endOffset));
    }

    static void checkOffsets(BodyText body, NewDate written) {
        if (written.startOffset() == null || written.endOffset() == null) {
            return;
        }
        Faults faults = new Faults();
        String words = body.between(written.startOffset(), written.endOffset());
        if (words == null) {
            faults.pointer("/endOffset", "max", "must lie within the body of the article");
        } else if (written.text() != null && !written.text().equals(words)) {
            faults.pointer("/text", "mismatch", "is not what the body has between the offsets");
        }
        faults.check();
    }

    private static void agree(UUID id, NewDate written) {
        if (written.id() != null && !written.id().equals(id)) {
            mismatch("/id", "differs from the id in the address");
        }
    }

    private static void sameArticle(UUID articleId, NewDate written) {
        if (written.articleId() != null && !written.articleId().equals(articleId)) {
            mismatch("/articleId", "differs from the article in the address");
        }
    }

    private static void fixed(ArticleDate date, NewDate written) {
        if (written.articleId() != null && !written.articleId().equals(date.articleId)) {
            mismatch("/articleId", "cannot be changed");
        }
        if (written.role() != date.role()) {
            mismatch("/role", "cannot be changed");
        }
    }

    private static void mismatch(String pointer, String detail) {
        Faults faults = new Faults();
        faults.pointer(pointer, "mismatch", detail);
        faults.check();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static ProblemException unknown(UUID id) {
        return ProblemException.notFound("There is no date `" + id + "`.");
    }

    private static ProblemException unknownArticle() {
        return ProblemException.of(
                ProblemCode.UNKNOWN_ARTICLE, Fault.pointer("/articleId", "unknown-article", "names no article"));
    }

    private <T> T explained(Supplier<T> write) {
        try {
            return write.get();
        } catch (RuntimeException failed) {
            throw switch (Transactions.brokenConstraint(failed).orElse("")) {
                case "article_date_article_id_role_key" ->
                    exists("/role", "The article has a date with this role already.");
                case "article_date_id_pk" -> exists("/id", "Another date has this id.");
                default -> failed;
            };
        }
    }

    private static ProblemException exists(String pointer, String detail) {
        return new ProblemException(
                ProblemCode.DATE_EXISTS, detail, java.util.List.of(Fault.pointer(pointer, "date-exists", "is taken")));
    }
}
