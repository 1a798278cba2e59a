package io.khabar.search;

import io.khabar.search.query.TextField;
import io.khabar.search.text.Languages;
import io.khabar.search.text.Token;
import io.khabar.search.text.Words;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.ValueBinderRef;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.NonStandardField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;
import org.jspecify.annotations.Nullable;

/**
 * What the index holds of an article: enough to search, filter and sort, nothing to show. Each text is there twice: its
 * stems in {@code title}, its folded words in {@code titleWords}; and all of them once more together ({@link Bag}).
 *
 * <p>Times are microseconds since 1970, as precise as the database. A partial date is indexed under other names when it
 * is an instant, since periods compare civil dates and instants in different ways. An article is one document, so that
 * the engine need not tell articles from other documents, and reads values from an array and not from a tree.
 */
@SearchEntity
@Indexed(index = IndexedArticle.INDEX)
public final class IndexedArticle {

    static final String INDEX = "article";

    /** Sorts before every date: what has none. */
    public static final long NEVER = Long.MIN_VALUE;

    /** Behind every date: the end of an open interval. */
    static final long ALWAYS = Long.MAX_VALUE;

    @DocumentId
    final String id;

    /** The id as two numbers that sort as it does. */
    @GenericField(sortable = Sortable.YES)
    final long idHigh;

    @GenericField(sortable = Sortable.YES)
    final long idLow;

    @FullTextField(analyzer = LuceneTerms.ANALYZER)
    @Nullable String title;

    @FullTextField(analyzer = LuceneTerms.ANALYZER)
    @Nullable String titleWords;

    @FullTextField(analyzer = LuceneTerms.ANALYZER)
    @Nullable String lead;

    @FullTextField(analyzer = LuceneTerms.ANALYZER)
    @Nullable String leadWords;

    @FullTextField(analyzer = LuceneTerms.ANALYZER)
    @Nullable String body;

    @FullTextField(analyzer = LuceneTerms.ANALYZER)
    @Nullable String bodyWords;

    @FullTextField(analyzer = LuceneTerms.ANALYZER)
    @Nullable String keywords;

    @FullTextField(analyzer = LuceneTerms.ANALYZER)
    @Nullable String keywordsWords;

    @FullTextField(analyzer = LuceneTerms.ANALYZER)
    @Nullable String authors;

    @FullTextField(analyzer = LuceneTerms.ANALYZER)
    @Nullable String authorsWords;

    /** The stems of all texts. */
    @NonStandardField(valueBinder = @ValueBinderRef(type = Bag.Binder.class))
    final Bag all = new Bag();

    /** The words of all texts. */
    @NonStandardField(valueBinder = @ValueBinderRef(type = Bag.Binder.class))
    final Bag allWords = new Bag();

    @KeywordField(aggregable = Aggregable.YES)
    public @Nullable String source;

    /** The language and what it is narrowed from: {@code ar-SY} and {@code ar}. */
    @KeywordField(aggregable = Aggregable.YES)
    public List<String> language = List.of();

    /** The language alone, as the article has it. */
    @KeywordField(aggregable = Aggregable.YES, searchable = Searchable.NO)
    public @Nullable String languageTag;

    @KeywordField(aggregable = Aggregable.YES)
    public @Nullable String section;

    @KeywordField(aggregable = Aggregable.YES)
    public List<String> keyword = List.of();

    @KeywordField(aggregable = Aggregable.YES)
    public List<String> author = List.of();

    @KeywordField
    public @Nullable String url;

    /** Names of what it has. */
    @KeywordField(aggregable = Aggregable.YES)
    public List<String> has = List.of();

    @GenericField
    public int words;

    @GenericField(sortable = Sortable.YES, projectable = Projectable.YES)
    public long publishedSort = NEVER;

    @GenericField
    @Nullable Long publishedAt;

    @GenericField
    @Nullable Long publishedFrom;

    @GenericField
    @Nullable Long publishedTo;

    @GenericField
    @Nullable Long modifiedAt;

    @GenericField
    @Nullable Long modifiedFrom;

    @GenericField
    @Nullable Long modifiedTo;

    @GenericField(sortable = Sortable.YES, projectable = Projectable.YES)
    long created;

    @GenericField(sortable = Sortable.YES, projectable = Projectable.YES)
    long updated;

    /** The mentioned dates that are civil. */
    @NonStandardField(valueBinder = @ValueBinderRef(type = Periods.Binder.class))
    final Periods mentionedDates = new Periods();

    /** The mentioned dates that are instants. */
    @NonStandardField(valueBinder = @ValueBinderRef(type = Periods.Binder.class))
    final Periods mentionedInstants = new Periods();

    /** An article with this id and these times. */
    public IndexedArticle(UUID id, Instant created, Instant updated) {
        this.id = id.toString();
        this.idHigh = high(id);
        this.idLow = low(id);
        this.created = micros(created);
        this.updated = micros(updated);
    }

    /** The id of the article. */
    public UUID id() {
        return UUID.fromString(id);
    }

    /** A part of the id by which ids sort as their texts do. */
    public static long high(UUID id) {
        return id.getMostSignificantBits() ^ Long.MIN_VALUE;
    }

    /** So {@link #high}, for the rest of the id. */
    public static long low(UUID id) {
        return id.getLeastSignificantBits() ^ Long.MIN_VALUE;
    }

    /** The id of which these are the parts. */
    public static UUID id(long high, long low) {
        return new UUID(high ^ Long.MIN_VALUE, low ^ Long.MIN_VALUE);
    }

    /** An instant as the index compares it. */
    public static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** Takes up a text, in the language of the article. */
    public void text(TextField field, @Nullable String text, @Nullable String language, Languages languages) {
        if (text == null) {
            return;
        }
        List<String> stemmed = terms(languages.of(language).tokens(text));
        List<String> written = terms(Words.of(text));
        all.add(stemmed, occurrences(field));
        allWords.add(written, occurrences(field));
        String stems = String.join(" ", stemmed);
        String words = String.join(" ", written);
        switch (field) {
            case TITLE -> {
                title = stems;
                titleWords = words;
            }
            case LEAD -> {
                lead = stems;
                leadWords = words;
            }
            case BODY -> {
                body = stems;
                bodyWords = words;
            }
            case KEYWORDS -> {
                keywords = stems;
                keywordsWords = words;
            }
            case AUTHORS -> {
                authors = stems;
                authorsWords = words;
            }
        }
    }

    /** How often a word in a text counts where all are searched together. */
    private static int occurrences(TextField field) {
        return switch (field) {
            case KEYWORDS -> 3;
            // Titles are searched beside it, too.
            case TITLE, LEAD -> 2;
            case BODY, AUTHORS -> 1;
        };
    }

    private static List<String> terms(List<Token> tokens) {
        return tokens.stream().map(Token::term).toList();
    }

    /** When it was published: an instant, or a civil date from its beginning to its end. */
    public void published(boolean instant, Instant from, Instant to) {
        publishedSort = micros(from);
        publishedAt = instant ? Long.valueOf(micros(from)) : null;
        publishedFrom = instant ? null : Long.valueOf(micros(from));
        publishedTo = instant ? null : Long.valueOf(micros(to));
    }

    /** When its publisher changed it; so {@link #published}. */
    public void modified(boolean instant, Instant from, Instant to) {
        modifiedAt = instant ? Long.valueOf(micros(from)) : null;
        modifiedFrom = instant ? null : Long.valueOf(micros(from));
        modifiedTo = instant ? null : Long.valueOf(micros(to));
    }

    /** A date that it mentions; null where an interval is open. */
    public void mentions(boolean instant, @Nullable Instant from, @Nullable Instant to) {
        Periods mentioned = instant ? mentionedInstants : mentionedDates;
        mentioned.add(from == null ? NEVER : micros(from), to == null ? ALWAYS : micros(to));
    }
}
