package io.khabar.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.http.Faults;
import io.khabar.http.Ids;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.http.WebAddress;
import io.khabar.imports.draft.WebAddresses;
import io.khabar.language.Folding;
import io.khabar.source.KnownSource;
import io.khabar.source.NewSource;
import io.khabar.source.SourceKey;
import io.khabar.source.SourceReference;
import io.khabar.source.SourceRepository;
import io.khabar.source.SourceService;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the source that an input names, or makes it. */
@Singleton
class SourceNames {

    /**
     * A source that was found or made.
     *
     * @param unknown what it is made of, where it shall be made with its first article
     * @param made whether it was not there before
     * @param byDomain whether only its domain is known, and the input calls it something else
     */
    record Named(KnownSource source, @Nullable NewSource unknown, boolean made, boolean byDomain) {

        static Named known(KnownSource source) {
            return new Named(source, null, false, false);
        }
    }

    private static final Set<ProblemCode> TAKEN = Set.of(ProblemCode.SOURCE_KEY_TAKEN, ProblemCode.SOURCE_EXISTS);

    /** Keys that are tried for one name: no input is to keep a thread for ever, whatever it calls its source. */
    private static final int MOST_KEYS = 1_000;

    private final SourceRepository sources;
    private final SourceService service;
    private final Ids ids;

    SourceNames(SourceRepository sources, SourceService service, Ids ids) {
        this.sources = sources;
        this.service = service;
        this.ids = ids;
    }

    /** The source that is stored under an id or a key. */
    Optional<KnownSource> find(SourceReference reference) {
        return sources.resolve(reference);
    }

    /** Whether a source is called so, however its letters are written. */
    boolean isKnown(String name) {
        return !sources.called(name).isEmpty();
    }

    /**
     * The source with a key, an alias or a name, however its letters are written, else the one whose alias is the domain of
     * the homepage, else the one with that homepage; a new one where there is none, with a key made from the name. The name
     * is an alias of it too: aliases are unique, so two imports at once make one source.
     *
     * @param homepage its front page; null where that is unknown
     * @param store whether a new one is stored at once
     * @throws ProblemException {@code source-key-taken} where every key that could be made from the name is
     */
    Named findOrCreate(String name, @Nullable String homepage, boolean store) {
        String slug = SourceKey.slug(name);
        for (int number = 1; ; number++) {
            Optional<Named> known = known(name, homepage);
            if (known.isPresent()) {
                return known.get();
            }
            String key = number == 1 ? slug : SourceKey.numbered(slug, number);
            NewSource made = new NewSource(
                    ids.next(),
                    key,
                    name,
                    List.of(name),
                    homepage == null ? null : new WebAddress(homepage),
                    null,
                    null,
                    null,
                    null,
                    null);
            if (!store) {
                if (sources.resolve(SourceReference.parse(key)).isEmpty()) {
                    return unstored(made);
                }
                continue;
            }
            try {
                service.create(made);
                return new Named(known(made), null, true, false);
            } catch (ProblemException taken) {
                if (!TAKEN.contains(taken.code()) || number == MOST_KEYS) {
                    throw taken;
                }
            }
        }
    }

    /**
     * The source that an exported article shows: by its id, else by its key, else a new one as it is described.
     *
     * @return empty where it is not there, and there is no name to make it by
     * @throws ProblemException where the key is that of another source than the id
     */
    Optional<Named> findOrCreate(ObjectNode shown, boolean store) {
        Optional<KnownSource> found = byIdOrKey(shown);
        if (found.isPresent() || !shown.hasNonNull("key") || !shown.hasNonNull("name")) {
            return found.map(Named::known);
        }
        Faults faults = new Faults();
        NewSource read = SourceService.READER.read(shown, "/source", faults);
        faults.check();
        if (read == null) {
            throw new IllegalStateException("nothing was read, but no fault was reported");
        }
        NewSource made = new NewSource(
                read.id() == null ? ids.next() : read.id(),
                read.key(),
                read.name(),
                read.aliases(),
                read.homepage(),
                read.country(),
                read.languages(),
                read.kind(),
                read.timeZone(),
                read.description());
        if (!store) {
            return Optional.of(unstored(made));
        }
        try {
            service.create(made);
            return Optional.of(new Named(known(made), null, true, false));
        } catch (ProblemException taken) {
            if (!TAKEN.contains(taken.code())) {
                throw taken;
            }
            // Another import made it in the meantime.
            return byIdOrKey(shown).map(Named::known);
        }
    }

    /** Takes back a source that was made and that no article has. */
    void withdraw(UUID made) {
        service.withdraw(made);
    }

    private Optional<Named> known(String name, @Nullable String homepage) {
        Optional<KnownSource> found = first(sources.called(name));
        String domain = WebAddresses.domain(homepage);
        if (found.isPresent() || domain == null) {
            return found.map(Named::known);
        }
        found = first(sources.called(domain));
        if (found.isEmpty()) {
            found = first(sources.at(domain));
        }
        boolean otherName = !Folding.fold(name).equals(Folding.fold(domain));
        return found.map(source -> new Named(source, null, false, otherName));
    }

    private Optional<KnownSource> first(List<UUID> found) {
        return found.isEmpty() ? Optional.empty() : sources.resolve(SourceReference.of(found.getFirst()));
    }

    private Optional<KnownSource> byIdOrKey(ObjectNode shown) {
        Optional<KnownSource> withId = byText(shown, "id");
        Optional<KnownSource> withKey = byText(shown, "key");
        // A key that nobody has is an older one, or that of another service.
        if (withId.isPresent() && withKey.isPresent() && !withId.equals(withKey)) {
            throw SourceRepository.keyOfAnother();
        }
        return withId.isPresent() ? withId : withKey;
    }

    private Optional<KnownSource> byText(ObjectNode shown, String field) {
        String text = shown.path(field).textValue();
        return text == null ? Optional.empty() : sources.resolve(SourceReference.parse(text));
    }

    private static Named unstored(NewSource made) {
        return new Named(known(made), made, true, false);
    }

    private static KnownSource known(NewSource made) {
        ZoneId zone = made.timeZone() == null
                ? ZoneOffset.UTC
                : ZoneId.of(made.timeZone().value());
        return new KnownSource(java.util.Objects.requireNonNull(made.id()), zone);
    }
}
