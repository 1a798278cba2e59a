package io.khabar.article;

import io.khabar.date.PartialDate;
import io.khabar.http.WebAddress;
import io.khabar.language.Direction;
import io.khabar.language.LanguageTag;
import io.khabar.language.TextMeasure;
import io.khabar.list.TimestampJdbcType;
import io.khabar.mention.Bias;
import io.khabar.source.KnownSource;
import io.khabar.source.SourceReference;
import io.khabar.source.TimeZoneName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * An article, as it is stored.
 *
 * <p>Bounds of dates are bound as offset date-times: as timestamps of {@code java.sql} they would go through the Julian
 * calendar before 1582 and be days off.
 */
@Entity
class Article {

    @Id
    UUID id;

    @Column(name = "source_id")
    UUID sourceId;

    @Nullable String url;

    @Nullable @Column(name = "url_canonical")
    String urlCanonical;

    @Nullable @Column(name = "external_id")
    String externalId;

    @Nullable String title;

    @Nullable @Column(name = "title_direction")
    String titleDirection;

    @Nullable String lead;

    String body;

    @Nullable String language;

    @Nullable String direction;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Author> authors;

    @Column(name = "author_names")
    List<String> authorNames;

    @Nullable String section;

    List<String> keywords;

    @Nullable @JdbcTypeCode(SqlTypes.JSON)
    Image image;

    @Nullable String rights;

    @Nullable @Column(name = "published_value")
    String publishedValue;

    @JdbcType(TimestampJdbcType.class)
    @Nullable @Column(name = "published_earliest")
    Instant publishedEarliest;

    @JdbcType(TimestampJdbcType.class)
    @Nullable @Column(name = "published_latest")
    Instant publishedLatest;

    @Nullable @Column(name = "modified_value")
    String modifiedValue;

    @JdbcType(TimestampJdbcType.class)
    @Nullable @Column(name = "modified_earliest")
    Instant modifiedEarliest;

    @JdbcType(TimestampJdbcType.class)
    @Nullable @Column(name = "modified_latest")
    Instant modifiedLatest;

    List<String> derived;

    List<String> derivable;

    /** What its text is known by; null only where a bulk load wrote past the service. */
    @Column(name = "text_hash")
    byte @Nullable [] textHash;

    /** Mentions that a person took away or over: they are not derived any more. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "settled_mentions")
    List<Place> settledMentions;

    /** Where days begin for its text, a zone's name; null if as its source says. */
    @Nullable @Column(name = "mention_zone")
    String mentionZone;

    /** Which of several possible days its text means, a word of {@link Bias}; null for what is usual. */
    @Nullable @Column(name = "mention_bias")
    String mentionBias;

    @Column(name = "word_count")
    int wordCount;

    @Column(name = "reading_minutes")
    int readingMinutes;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    Article() {}

    @SuppressWarnings("NullAway.Init") // `write` sets what is left.
    Article(UUID id, KnownSource source, NewArticle written, Marks marks, Derivation derivation, Instant now) {
        this.id = id;
        this.createdAt = now;
        this.settledMentions = List.of();
        write(source, written, marks, derivation, now);
    }

    /** Takes over what was written, and derives what was left open. */
    final void write(KnownSource source, NewArticle written, Marks marks, Derivation derivation, Instant now) {
        sourceId = source.id();
        url = written.url() == null ? null : written.url().value();
        urlCanonical = written.url() == null ? null : written.url().canonical();
        externalId = written.externalId();
        title = written.title();
        body = lineEnds(written.body());
        textHash = TextHash.of(body);
        authors = written.authors() == null ? List.of() : written.authors();
        authorNames = authors.stream()
                .map(Author::name)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
        section = written.section();
        keywords = written.keywords() == null
                ? List.of()
                : written.keywords().stream().distinct().toList();
        image = written.image();
        rights = written.rights();
        derivable = marks.derivable();
        derived = new ArrayList<>(written.given().stream()
                .filter(field -> marks.derived().contains(field) && !Derivation.FOLLOWS.contains(field))
                .toList());
        String givenLead = written.lead();
        lead = givenLead != null
                ? told("lead", givenLead, marks)
                : derivable.contains("lead") ? derived("lead", Derivation.lead(body)) : null;
        LanguageTag givenLanguage = written.language();
        language = givenLanguage != null
                ? told("language", givenLanguage.value(), marks)
                : derived("language", derivation.language(title, body));
        Direction given = written.direction();
        direction = given != null
                ? told("direction", given.word(), marks)
                : derived("direction", derivation.direction(body));
        Direction givenOfTitle = written.titleDirection();
        titleDirection = givenOfTitle != null
                ? told("titleDirection", givenOfTitle.word(), marks)
                : title == null ? null : derived("titleDirection", derivation.direction(title));
        wordCount = TextMeasure.words(body);
        readingMinutes = TextMeasure.readingMinutes(wordCount);
        publish(written.published());
        modify(written.modified());
        String zone = written.zone() == null ? null : written.zone().value();
        // Where that of the source is said anew it was perhaps read here, and follows the source; its own it keeps.
        mentionZone = source.zoneName().equals(zone) && !Objects.equals(zone, mentionZone) ? null : zone;
        mentionBias = written.bias() == null ? null : written.bias().value();
        touch(now);
    }

    /** A value that was written; the word of a person, unless it is marked. */
    private String told(String field, String value, Marks marks) {
        if (marks.derived().contains(field)) {
            derived.add(field);
        }
        return value;
    }

    private <T> @Nullable T derived(String field, @Nullable T value) {
        if (value != null) {
            derived.add(field);
        }
        return value;
    }

    void publish(@Nullable PartialDate published) {
        publishedValue = published == null ? null : published.value();
        publishedEarliest = published == null ? null : published.earliest();
        publishedLatest = published == null ? null : published.latest();
    }

    void modify(@Nullable PartialDate modified) {
        modifiedValue = modified == null ? null : modified.value();
        modifiedEarliest = modified == null ? null : modified.earliest();
        modifiedLatest = modified == null ? null : modified.latest();
    }

    /** Remembers that a person took away or over what was derived from a place in the text. */
    void settle(Place place) {
        settledMentions =
                Stream.concat(settledMentions.stream(), Stream.of(place)).toList();
    }

    /**
     * Where days begin for its text.
     *
     * @param usual where they begin for its source
     */
    ZoneId mentionZone(ZoneId usual) {
        return mentionZone == null ? usual : ZoneId.of(mentionZone);
    }

    /** Which of several possible days its text means; null for what is usual. */
    @Nullable Bias mentionBias() {
        return mentionBias == null ? null : Bias.of(mentionBias);
    }

    /** A person has written one of the dates that are fields as well. */
    void give(Role role) {
        if (derived.contains(role.word())) {
            derived =
                    derived.stream().filter(field -> !field.equals(role.word())).toList();
        }
    }

    /** Counts a write. */
    void touch(Instant now) {
        updatedAt = now;
        version++;
    }

    /** Whether a derived field is derived again with each write, and not kept as an import found it. */
    boolean isDerivedAgain(String field) {
        return Derivation.FOLLOWS.contains(field) && (!field.equals("lead") || derivable.contains(field));
    }

    /** The article as a client would write it; what was derived is left out, so that it is derived again. */
    NewArticle written() {
        return written(true);
    }

    /** The article as clients see it, in the form in which they write it. */
    NewArticle shown() {
        return written(false);
    }

    private NewArticle written(boolean open) {
        Set<String> out =
                !open ? Set.of() : derived.stream().filter(this::isDerivedAgain).collect(Collectors.toSet());
        return new NewArticle(
                id,
                SourceReference.of(sourceId),
                url == null ? null : new WebAddress(url),
                externalId,
                title,
                titleDirection == null || out.contains("titleDirection") ? null : direction(titleDirection),
                out.contains("lead") ? null : lead,
                body,
                language == null || out.contains("language") ? null : new LanguageTag(language),
                direction == null || out.contains("direction") ? null : direction(direction),
                authors,
                section,
                keywords,
                image,
                rights,
                publishedValue == null ? null : PartialDate.parse(publishedValue),
                modifiedValue == null ? null : PartialDate.parse(modifiedValue),
                mentionZone == null ? null : new TimeZoneName(mentionZone),
                mentionBias == null ? null : new BiasWord(mentionBias));
    }

    private static Direction direction(String word) {
        return Direction.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static String lineEnds(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
