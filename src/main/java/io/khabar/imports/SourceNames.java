package io.khabar.imports;

import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.language.Folding;
import io.khabar.source.NewSource;
import io.khabar.source.SourceKey;
import io.khabar.source.SourceRepository;
import io.khabar.source.SourceService;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Finds the source that a text names, or makes it. */
@Singleton
class SourceNames {

    private final SourceRepository sources;
    private final SourceService service;

    SourceNames(SourceRepository sources, SourceService service) {
        this.sources = sources;
        this.service = service;
    }

    /**
     * The source with a name or alias, however its letters are written; a new one where there is none, with a key made
     * from the name. The name is an alias of it too: aliases are unique, so two imports at once make one source.
     */
    UUID findOrCreate(String name) {
        String slug = SourceKey.slug(name);
        for (int number = 1; ; number++) {
            List<UUID> found = sources.called(Folding.fold(name));
            if (!found.isEmpty()) {
                return found.getFirst();
            }
            String key = number == 1 ? slug : SourceKey.numbered(slug, number);
            try {
                return Objects.requireNonNull(
                        service.create(named(key, name)).view().id());
            } catch (ProblemException taken) {
                if (taken.code() != ProblemCode.SOURCE_KEY_TAKEN) {
                    throw taken;
                }
            }
        }
    }

    private static NewSource named(String key, String name) {
        return new NewSource(null, key, name, List.of(name), null, null, null, null, null, null);
    }
}
