package io.khabar.article;

import io.khabar.date.PartialDate;
import io.khabar.list.TimestampJdbcType;
import io.khabar.mention.Mention;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcType;
import org.jspecify.annotations.Nullable;

/** A date that an article carries, as it is stored; its bounds are bound as those of {@link Article}. */
@Entity
@Table(name = "article_date")
class ArticleDate {

    /** Who said so. */
    private static final String GIVEN = "given";

    private static final String DERIVED = "derived";

    @Id
    UUID id;

    @Column(name = "article_id")
    UUID articleId;

    String role;

    @Nullable String value;

    @Nullable String precision;

    @JdbcType(TimestampJdbcType.class)
    @Nullable Instant earliest;

    @JdbcType(TimestampJdbcType.class)
    @Nullable Instant latest;

    @Nullable String text;

    @Nullable @Column(name = "start_offset")
    Integer startOffset;

    @Nullable @Column(name = "end_offset")
    Integer endOffset;

    String origin;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    ArticleDate() {}

    @SuppressWarnings("NullAway.Init") // Null fields are those that may be null.
    ArticleDate(UUID id, UUID articleId, Role role, Instant now) {
        this.id = id;
        this.articleId = articleId;
        this.role = role.word();
        this.origin = GIVEN;
        this.createdAt = now;
        this.updatedAt = now;
    }

    Role role() {
        return Role.of(role);
    }

    /** Gives the date a value, or none while it is not resolved. */
    void resolve(@Nullable PartialDate date) {
        value = date == null ? null : date.value();
        precision = date == null ? null : date.precision().word();
        earliest = date == null ? null : date.earliest();
        latest = date == null ? null : date.latest();
    }

    /** Says where in the text the date stands. */
    void locate(@Nullable String expression, @Nullable Integer start, @Nullable Integer end) {
        text = expression;
        startOffset = start;
        endOffset = end;
    }

    boolean isDerived() {
        return origin.equals(DERIVED);
    }

    /** Where a derived date stands. */
    Place place() {
        return new Place(Objects.requireNonNull(text), Objects.requireNonNull(startOffset));
    }

    /** Takes over what the text says; counts a write where that is something new. */
    void derive(Mention mention, Instant now) {
        String said = mention.value() == null ? null : mention.value().value();
        if (isDerived() && Objects.equals(value, said) && place().equals(Place.of(mention))) {
            return;
        }
        origin = DERIVED;
        resolve(mention.value());
        locate(mention.text(), mention.start(), mention.end());
        updatedAt = now;
        version++;
    }

    /** Counts a write; whoever writes a derived date makes it given. */
    void touch(Instant now) {
        origin = GIVEN;
        updatedAt = now;
        version++;
    }
}
