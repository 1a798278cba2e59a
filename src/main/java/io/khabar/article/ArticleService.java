package io.khabar.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.http.Fault;
import io.khabar.http.Faults;
import io.khabar.http.Ids;
import io.khabar.http.Preconditions;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.http.RecordReader;
import io.khabar.list.Stamped;
import io.khabar.source.KnownSource;
import io.khabar.source.SourceRepository;
import io.khabar.transaction.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes articles. */
@Singleton
public class ArticleService {

    /** Reads articles as clients write them. */
    public static final RecordReader<NewArticle> READER = RecordReader.of(NewArticle.class, ArticleView.class);

    /** What a write made, and whether it was there before. */
    record Written(Stamped<ArticleView> article, boolean created) {}

    /** What was about to be written when a write failed: what a conflict is explained by. */
    private record Attempt(UUID id, UUID sourceId, NewArticle written) {}

    private final ArticleRepository articles;
    private final ArticleDates dates;
    private final SourceRepository sources;
    private final FormerIdentities former;
    private final Derivation derivation;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;
    private final ObjectMapper json;

    ArticleService(
            ArticleRepository articles,
            ArticleDates dates,
            SourceRepository sources,
            FormerIdentities former,
            Derivation derivation,
            Transactions transactions,
            Ids ids,
            Clock clock,
            ObjectMapper json) {
        this.articles = articles;
        this.dates = dates;
        this.sources = sources;
        this.former = former;
        this.derivation = derivation;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Creates an article.
     *
     * @throws ProblemException {@code unknown-source} or {@code article-exists}
     */
    Stamped<ArticleView> create(SentBack sent) {
        NewArticle written = sent.written();
        UUID id = written.id() == null ? ids.next() : written.id();
        AtomicReference<@Nullable Attempt> attempt = new AtomicReference<>();
        return explained(
                attempt, () -> transactions.run(() -> insert(id, sent, sources.named(written.source()), attempt)));
    }

    /**
     * Creates an article together with something else.
     *
     * @param around does the rest, in the same transaction; it is given what creates the article, and need not use it
     */
    <T> T create(SentBack sent, Function<Supplier<Stamped<ArticleView>>, T> around) {
        NewArticle written = sent.written();
        UUID id = written.id() == null ? ids.next() : written.id();
        AtomicReference<@Nullable Attempt> attempt = new AtomicReference<>();
        return explained(
                attempt,
                () -> transactions.run(
                        () -> around.apply(() -> insert(id, sent, sources.named(written.source()), attempt))));
    }

    private Stamped<ArticleView> insert(
            UUID id, SentBack sent, KnownSource source, AtomicReference<@Nullable Attempt> attempt) {
        attempt.set(new Attempt(id, source.id(), sent.written()));
        Instant now = now();
        Article article = new Article(id, source, sent.written(), sent.marks(), derivation, now);
        articles.persist(article);
        dates.follow(article, null, source.zone(), now);
        articles.flush();
        return view(id);
    }

    /** Replaces an article, or creates it where there is none with this id. */
    Written replace(UUID id, JsonNode body, Preconditions conditions) {
        NewArticle written = READER.read(body);
        agree(id, written);
        AtomicReference<@Nullable Attempt> attempt = new AtomicReference<>();
        return explained(attempt, () -> {
            try {
                return transactions.run(() -> write(id, written, body, conditions, attempt));
            } catch (RuntimeException failed) {
                if (Transactions.brokenConstraint(failed)
                        .filter("article_id_pk"::equals)
                        .isPresent()) {
                    // Another writer created it in the meantime: now there is something to replace.
                    return transactions.run(() -> write(id, written, body, conditions, attempt));
                }
                throw failed;
            }
        });
    }

    private Written write(
            UUID id,
            NewArticle written,
            JsonNode body,
            Preconditions conditions,
            AtomicReference<@Nullable Attempt> attempt) {
        Optional<Article> found = articles.forUpdate(id);
        KnownSource source = sources.named(written.source());
        conditions.check(found.map(article -> article.version).orElse(null));
        if (found.isEmpty()) {
            return new Written(insert(id, SentBack.read(body), source, attempt), true);
        }
        SentBack sentBack = SentBack.of(found.get(), written, source, json);
        return new Written(update(found.get(), sentBack.written(), source, sentBack.marks(), attempt), false);
    }

    /** Changes an article by a merge patch. */
    Stamped<ArticleView> patch(UUID id, JsonNode patch, Preconditions conditions) {
        AtomicReference<@Nullable Attempt> attempt = new AtomicReference<>();
        return explained(
                attempt,
                () -> transactions.run(() -> {
                    Article article = articles.forUpdate(id).orElseThrow(() -> unknown(id));
                    NewArticle written = READER.patched(Patched.by(patch, article.written(), json), patch);
                    agree(id, written);
                    KnownSource source = sources.named(written.source());
                    conditions.check(article.version);
                    Set<String> touched = new HashSet<>();
                    patch.fieldNames().forEachRemaining(touched::add);
                    return update(article, written, source, Marks.kept(article, touched), attempt);
                }));
    }

    private Stamped<ArticleView> update(
            Article article,
            NewArticle written,
            KnownSource source,
            Marks marks,
            AtomicReference<@Nullable Attempt> attempt) {
        attempt.set(new Attempt(article.id, source.id(), written));
        MentionBasis before = MentionBasis.of(article);
        List<Identity> known = Identity.of(article);
        UUID sourceBefore = article.sourceId;
        Instant now = now();
        article.write(source, written, marks, derivation, now);
        dates.follow(article, before, source.zone(), now);
        articles.flush();
        former.corrected(article, known, sourceBefore);
        return view(article.id);
    }

    /** Deletes an article with its dates. */
    void delete(UUID id, Preconditions conditions) {
        transactions.run(() -> {
            Article article = articles.forUpdate(id).orElseThrow(() -> unknown(id));
            conditions.check(article.version);
            articles.delete(article);
            return article.id;
        });
    }

    /** The whole article with an id; null where there is none. */
    public @Nullable ArticleView read(UUID id) {
        return articles.view(id, ArticleResource.FULL).map(Stamped::view).orElse(null);
    }

    private Stamped<ArticleView> view(UUID id) {
        return articles.view(id, ArticleResource.FULL).orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static ProblemException unknown(UUID id) {
        return ProblemException.notFound("There is no article `" + id + "`.");
    }

    /** What the body says of its own identity must be what the address says. */
    private static void agree(UUID id, NewArticle written) {
        if (written.id() != null && !written.id().equals(id)) {
            Faults faults = new Faults();
            faults.pointer("/id", "mismatch", "differs from the id in the address");
            faults.check();
        }
    }

    /** Explains the conflict behind a broken constraint: which article is in the way, and by what. */
    private <T> T explained(AtomicReference<@Nullable Attempt> attempt, Supplier<T> write) {
        try {
            return write.get();
        } catch (RuntimeException failed) {
            Attempt made = attempt.get();
            String broken = Transactions.brokenConstraint(failed).orElse("");
            if (made == null) {
                throw failed;
            }
            throw switch (broken) {
                case "article_id_pk" -> exists(made.id(), "id");
                case "article_url_canonical_key" ->
                    exists(
                            articles.withUrl(
                                    Objects.requireNonNull(made.written().url()).canonical()),
                            "url");
                case "article_source_id_external_id_key" ->
                    exists(
                            articles.withExternalId(
                                    made.sourceId(),
                                    Objects.requireNonNull(made.written().externalId())),
                            "externalId");
                case "article_source_id_fk" ->
                    ProblemException.of(
                            ProblemCode.UNKNOWN_SOURCE,
                            Fault.pointer("/source", "unknown-source", "names a source that was just deleted"));
                default -> failed;
            };
        }
    }

    static ProblemException exists(@Nullable UUID id, String by) {
        ProblemException problem = new ProblemException(
                ProblemCode.ARTICLE_EXISTS,
                "Another article has the same " + by + ".",
                List.of(Fault.pointer("/" + by, "article-exists", "belongs to another article")));
        // The one in the way may be gone by now; then there is nothing to name.
        return id == null ? problem : problem.with("existing", Map.of("id", id, "by", by));
    }
}
