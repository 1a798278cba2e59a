package io.khabar.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.article.Arrival;
import io.khabar.article.ArticleService;
import io.khabar.article.NewArticle;
import io.khabar.http.Fault;
import io.khabar.http.Faults;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.imports.ImportReport.Finding;
import io.khabar.imports.SourceNames.Named;
import io.khabar.source.KnownSource;
import io.khabar.source.SourceReference;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes arrivals of the candidates of one import: what the client says beside them is added, their source is found. */
final class Arrivals {

    /** Sources whose names are remembered for the length of the import. */
    private static final int REMEMBERED = 10_000;

    /** By what an input names its source. */
    private record Name(String name, @Nullable String homepage) {}

    private final SourceNames names;
    private final Topics topics;
    private final ImportParameters given;
    private final Map<Object, Named> remembered = new ConcurrentHashMap<>();

    Arrivals(SourceNames names, Topics topics, ImportParameters given) {
        this.names = names;
        this.topics = topics;
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
        given.fields().properties().forEach(field -> {
            if (given.override() || !fields.hasNonNull(field.getKey()) || derived.contains(field.getKey())) {
                fields.set(field.getKey(), field.getValue());
                derived.remove(field.getKey());
            }
        });
        if (candidate.raw()) {
            topics.add(fields, derived);
        }
        Named named = source(candidate, fields, derived, findings);
        fields.put("source", named.source().id().toString());
        Faults faults = new Faults();
        NewArticle article = ArticleService.READER.read(fields, "", faults);
        faults.check();
        if (article == null) {
            throw new IllegalStateException("nothing was read, but no fault was reported");
        }
        return new Arrival(
                article,
                named.source(),
                named.unknown(),
                derived,
                candidate.derivable(),
                candidate.dates(),
                candidate.complete(),
                given.zone(),
                given.bias());
    }

    private Named source(Candidate candidate, ObjectNode fields, Set<String> derived, List<Finding> findings) {
        JsonNode stated = fields.path("source");
        String name = candidate.sourceName();
        Named named;
        if (stated.isObject()) {
            ObjectNode shown = (ObjectNode) stated;
            named = remembered(shown, () -> parsed(() -> names.findOrCreate(shown, !given.dryRun())));
        } else if (stated.isTextual()) {
            SourceReference reference = parsed(() -> SourceReference.parse(stated.textValue()));
            named = remembered(reference, () -> names.find(reference).map(source -> new Named(source, null, false)));
        } else if (!stated.isNull() && !stated.isMissingNode()) {
            throw fault("type", "must be a string or an object");
        } else if (name != null) {
            Name called = new Name(name, candidate.sourceHomepage());
            named = remembered(
                    called, () -> Optional.of(names.findOrCreate(called.name(), called.homepage(), !given.dryRun())));
            derived.add("source");
        } else {
            throw new ProblemException(
                    ProblemCode.INVALID_REQUEST,
                    "no source",
                    List.of(Fault.pointer(
                            "/source",
                            "source-unknown",
                            "is not named by the input; say which one with the parameter `source`")));
        }
        if (named.made()) {
            findings.add(Finding.info("derive", "source-created", "The source was not known and is new.", "source"));
        }
        return named;
    }

    private Named remembered(Object key, Supplier<Optional<Named>> look) {
        Named known = remembered.get(key);
        if (known != null) {
            return known;
        }
        Named found = look.get().orElseThrow(() -> fault("unknown-source", "names no source"));
        if (remembered.size() < REMEMBERED) {
            // Made for the first article; to the others it is known.
            remembered.put(key, new Named(found.source(), found.unknown(), false));
        }
        return found;
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
