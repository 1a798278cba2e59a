package io.khabar.feed;

import io.khabar.http.WebAddress;
import io.khabar.language.LanguageTag;
import io.khabar.source.SourceReference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an editor says of a feed, as it is stored. */
@Entity
class Feed {

    @Id
    UUID id;

    String url;

    @Column(name = "url_canonical")
    String urlCanonical;

    @Nullable @Column(name = "source_id")
    UUID sourceId;

    @Nullable String language;

    @Nullable String section;

    @Nullable @Column(name = "interval_minutes")
    Integer intervalMinutes;

    boolean enabled;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    Feed() {}

    @SuppressWarnings("NullAway.Init") // `write` sets what is left.
    Feed(UUID id, NewFeed written, @Nullable UUID source, Instant now) {
        this.id = id;
        this.createdAt = now;
        write(written, source, now);
    }

    /**
     * Takes over what a client wrote.
     *
     * @param source id of the source that it names
     */
    final void write(NewFeed written, @Nullable UUID source, Instant now) {
        url = written.url().value();
        urlCanonical = written.url().canonical();
        sourceId = source;
        language = written.language() == null ? null : written.language().value();
        section = written.section();
        intervalMinutes = written.intervalMinutes();
        enabled = !Boolean.FALSE.equals(written.enabled());
        updatedAt = now;
        version++;
    }

    /** The feed as a client would write it. */
    NewFeed written() {
        return new NewFeed(
                id,
                new WebAddress(url),
                sourceId == null ? null : SourceReference.of(sourceId),
                language == null ? null : new LanguageTag(language),
                section,
                intervalMinutes,
                enabled);
    }
}
