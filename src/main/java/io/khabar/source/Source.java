package io.khabar.source;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import io.khabar.http.WebAddress;
import io.khabar.language.Folding;
import io.khabar.language.LanguageTag;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A publisher of articles, as it is stored. */
@Entity
class Source {

    /** The order of names in no particular language: CLDR's root collation, punctuation and case at their usual weight. */
    private static final Collator NAMES = Collator.getInstance(ULocale.ROOT).freeze();

    @Id
    UUID id;

    String key;
    String name;

    @Nullable String homepage;

    @Nullable String country;

    List<String> languages;

    @Nullable String kind;

    @Nullable @Column(name = "time_zone")
    String timeZone;

    @Nullable String description;

    List<String> aliases;

    @Column(name = "name_sort")
    byte[] nameSort;

    @Column(name = "name_folded")
    String nameFolded;

    @Column(name = "search_text")
    String searchText;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    Source() {}

    @SuppressWarnings("NullAway.Init") // `write` sets what is left.
    Source(UUID id, NewSource written, Instant now) {
        this.id = id;
        this.createdAt = now;
        write(written, now);
    }

    /** Takes over what a client wrote. */
    final void write(NewSource written, Instant now) {
        key = written.key();
        name = written.name();
        aliases = written.aliases() == null ? List.of() : distinct(key, written.aliases());
        homepage = written.homepage() == null ? null : written.homepage().value();
        country = written.country() == null ? null : written.country().value();
        languages = written.languages() == null
                ? List.of()
                : written.languages().stream()
                        .map(LanguageTag::value)
                        .distinct()
                        .toList();
        kind = written.kind() == null ? null : written.kind().word();
        timeZone = written.timeZone() == null ? null : written.timeZone().value();
        description = written.description();
        nameSort = NAMES.getCollationKey(name).toByteArray();
        nameFolded = Folding.fold(name);
        List<String> words = new ArrayList<>(List.of("", nameFolded));
        words.addAll(handles());
        searchText = String.join(" ", words);
        updatedAt = now;
        version++;
    }

    /** The aliases that add a handle to the key and to those that stand before them. */
    private static List<String> distinct(String key, List<String> aliases) {
        Set<String> known = new HashSet<>(Set.of(key));
        return aliases.stream()
                .filter(alias -> known.addAll(handles(alias)) || handles(alias).isEmpty())
                .distinct()
                .toList();
    }

    /** The key and the handles of the aliases: what no other source may have. */
    Set<String> handles() {
        Set<String> handles = new LinkedHashSet<>();
        handles.add(key);
        aliases.stream().map(Source::handles).forEach(handles::addAll);
        return handles;
    }

    /**
     * An alias as it is compared: folded, and also as it stands where it could be a key, which folding would part. One of
     * punctuation alone is like no other.
     */
    static Set<String> handles(String alias) {
        String folded = Folding.fold(alias);
        if (folded.isEmpty()) {
            return Set.of();
        }
        return NewSource.isKey(alias) ? Set.copyOf(List.of(folded, alias)) : Set.of(folded);
    }

    /** The source as a client would write it. */
    NewSource written() {
        return new NewSource(
                id,
                key,
                name,
                aliases,
                homepage == null ? null : new WebAddress(homepage),
                country == null ? null : new Country(country),
                languages.stream().map(LanguageTag::new).toList(),
                kind == null ? null : SourceKind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)),
                timeZone == null ? null : new TimeZoneName(timeZone),
                description);
    }
}
