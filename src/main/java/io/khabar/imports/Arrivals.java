package io.khabar.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.article.Arrival;
import io.khabar.article.ArticleImportService;
import io.khabar.article.ArticleService;
import io.khabar.article.NewArticle;
import io.khabar.http.Fault;
import io.khabar.http.Faults;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.imports.ImportReport.Finding;
import io.khabar.imports.SourceNames.Named;
import io.khabar.source.KnownSource;
import io.khabar.source.NewSource;
import io.khabar.source.SourceReference;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes arrivals of the candidates of one import: what the client says beside them is added, their source is found. */
final class Arrivals {

    private static final Logger LOG = Logger.getLogger(Arrivals.class);

    /** Sources whose names are remembered for the length of the import. */
    private static final int REMEMBERED = 10_000;

    /** By what an input names its source. */
    private record Name(String name, @Nullable String homepage) {}

    /** Fields on which the values of derived dates hang. */
    private static final Set<String> READ_BY = Set.of("published", "language", "zone", "bias");

    private final SourceNames names;
    private final Topics topics;
    private final ArticleImportService articles;
    private final ImportParameters given;
    private final Map<Object, Named> remembered = new ConcurrentHashMap<>();
    /** The sources that this import has made, and that none of its articles has so far. */
    private final Set<UUID> unused = new HashSet<>();

    /** Whether sources were made, or in a dry run would have been. */
    private boolean made;

    private boolean ended;

    Arrivals(SourceNames names, Topics topics, ArticleImportService articles, ImportParameters given) {
        this.names = names;
        this.topics = topics;
        this.articles = articles;
        this.given = given;
    }

    /**
     * The arrival that a candidate is.
     *
     * @param findings what is worth knowing is added
     * @throws ProblemException that says what is wrong with the candidate
     */
    Arrival of(Candidate candidate, ObjectNode fields, List<Finding> findings) {
        Set<String> derived = new HashSet<>(candidate.derived());
        boolean statesSource = (fields.hasNonNull("source") && !derived.contains("source"))
                || (given.override() && given.fields().has("source"));
        Set<String> replaced = new HashSet<>();
        given.fields().properties().forEach(field -> {
            if (given.override() || !fields.hasNonNull(field.getKey()) || derived.contains(field.getKey())) {
                if (!field.getValue().equals(stated(fields, field.getKey()))) {
                    replaced.add(field.getKey());
                }
                fields.set(field.getKey(), field.getValue());
                derived.remove(field.getKey());
            }
        });
        List<Arrival.Listed> dates =
                Collections.disjoint(replaced, READ_BY) ? candidate.dates() : valueless(candidate.dates());
        // Another language finds other dates: that they are not there is nobody's doing.
        boolean complete = candidate.complete() && !replaced.contains("language");
        if (candidate.raw()) {
            topics.add(fields, derived);
        }
        JsonNode stated = fields.path("source");
        Named named = source(candidate, stated, false);
        if (stated.isNull() || stated.isMissingNode()) {
            derived.add("source");
        }
        Arrival arrival = arrival(candidate, fields, named, statesSource, derived, dates, complete);
        if (named.unknown() != null && !given.dryRun()) {
            // Not before the article was found to be one: most of what is rejected makes no source to be taken back.
            articles.prepare(arrival);
            // Nor does what stays as it is, or away, as feeds bring the same again and again. Deleted meanwhile, it is
            // refused for its source, and read once more.
            boolean stays = !given.updates() && articles.staysAway(arrival, given.followed());
            named = stays ? Named.known(named.source()) : made(candidate, stated);
            arrival = arrival(candidate, fields, named, statesSource, derived, dates, complete);
        } else if (named.made()) {
            madeNow(named.source().id());
        }
        if (named.byDomain()) {
            findings.add(Finding.warning(
                    "derive",
                    "source-by-domain",
                    "No source is called `" + candidate.sourceName()
                            + "`; it was taken for the one that is known by the domain.",
                    "source"));
        }
        return arrival;
    }

    /** What an item says of a field: answers have dates as objects. */
    private static @Nullable JsonNode stated(ObjectNode fields, String field) {
        JsonNode stated = fields.get(field);
        return stated instanceof ObjectNode date && field.equals("published") ? date.get("value") : stated;
    }

    private Arrival arrival(
            Candidate candidate,
            ObjectNode fields,
            Named named,
            boolean statesSource,
            Set<String> derived,
            List<Arrival.Listed> dates,
            boolean complete) {
        return new Arrival(
                read(fields, named),
                named.source(),
                named.unknown(),
                statesSource,
                derived,
                candidate.derivable(),
                dates,
                complete);
    }

    /** The dates of an article whose text is read in another way than where they come from: what was derived means little. */
    private static List<Arrival.Listed> valueless(List<Arrival.Listed> dates) {
        return dates.stream()
                .map(listed ->
                        listed.derived() ? new Arrival.Listed(listed.date().withoutValue(), true) : listed)
                .toList();
    }

    private static NewArticle read(ObjectNode fields, Named named) {
        fields.put("source", named.source().id().toString());
        Faults faults = new Faults();
        NewArticle article = ArticleService.READER.read(fields, "", faults);
        faults.check();
        if (article == null) {
            throw new IllegalStateException("nothing was read, but no fault was reported");
        }
        return article;
    }

    /** Makes the source of a candidate; not after the end, when nobody would take it back. */
    private synchronized Named made(Candidate candidate, JsonNode stated) {
        if (ended) {
            throw new CancellationException("the import has ended");
        }
        Named named = source(candidate, stated, true);
        if (named.made()) {
            madeNow(named.source().id());
        }
        return named;
    }

    private synchronized void madeNow(UUID source) {
        unused.add(source);
        made = true;
    }

    /** Whether sources are there that were not when the import began: what did not find its own may find it now. */
    synchronized boolean hasMade() {
        return made;
    }

    /** Whether a source was made by this import, and this is the first article that has it. */
    synchronized boolean isFirstOf(UUID source) {
        return unused.remove(source);
    }

    /** Looks sources up anew: one that is remembered was deleted since. */
    void forget() {
        remembered.clear();
    }

    /** Takes back the sources that were made and that no article has got. */
    synchronized void end() {
        ended = true;
        if (!given.dryRun()) {
            unused.forEach(this::withdraw);
        }
    }

    private void withdraw(UUID source) {
        try {
            names.withdraw(source);
        } catch (RuntimeException failed) {
            // What was stored is to be reported all the same.
            LOG.warnf(failed, "The source %s, which an import made and no article has, is left over.", source);
        }
    }

    /**
     * The source of a candidate.
     *
     * @param stated what it states of its source
     * @param store whether one that is not known is stored
     */
    private Named source(Candidate candidate, JsonNode stated, boolean store) {
        if (stated instanceof ObjectNode shown) {
            return remembered(ShownSource.of(shown), () -> parsed(() -> names.findOrCreate(shown, store)));
        }
        if (stated.isTextual()) {
            SourceReference reference = parsed(() -> SourceReference.parse(stated.textValue()));
            return remembered(reference, () -> names.find(reference).map(Named::known));
        }
        if (!stated.isNull() && !stated.isMissingNode()) {
            throw fault("type", "must be a string or an object");
        }
        String name = candidate.sourceName();
        if (name == null) {
            throw new ProblemException(
                    ProblemCode.INVALID_REQUEST,
                    "no source",
                    List.of(Fault.pointer(
                            "/source",
                            "source-unknown",
                            "is not named by the input; say which one with the parameter `source`")));
        }
        Name called = new Name(name, candidate.sourceHomepage());
        return remembered(called, () -> Optional.of(names.findOrCreate(called.name(), called.homepage(), store)));
    }

    private Named remembered(Object key, Supplier<Optional<Named>> look) {
        Named known = remembered.get(key);
        if (known != null) {
            return known;
        }
        Named found = look.get().orElseThrow(() -> fault("unknown-source", "names no source"));
        // One that is yet to be stored is looked for again.
        if (remembered.size() < REMEMBERED && (found.unknown() == null || given.dryRun())) {
            // Made for the first article; to the others it is known.
            Named other =
                    remembered.putIfAbsent(key, new Named(found.source(), found.unknown(), false, found.byDomain()));
            if (other == null) {
                rememberMade(found);
            }
            return other == null ? found : other;
        }
        return found;
    }

    /** A dry run stores no source: those that name it by its key or its id find it here. */
    private void rememberMade(Named found) {
        NewSource unknown = found.unknown();
        if (unknown != null) {
            Named known = new Named(found.source(), unknown, false, found.byDomain());
            remembered.putIfAbsent(SourceReference.parse(unknown.key()), known);
            remembered.putIfAbsent(SourceReference.of(found.source().id()), known);
        }
    }

    /** The source that the parameters name. */
    @Nullable KnownSource parameter() {
        String text = given.fields().path("source").textValue();
        return text == null ? null : names.find(SourceReference.parse(text)).orElse(null);
    }

    private static <T> T parsed(Supplier<T> parse) {
        try {
            return parse.get();
        } catch (IllegalArgumentException invalid) {
            throw fault("invalid", String.valueOf(invalid.getMessage()));
        }
    }

    private static ProblemException fault(String code, String detail) {
        return ProblemException.of(ProblemCode.UNKNOWN_SOURCE, Fault.pointer("/source", code, detail));
    }
}
