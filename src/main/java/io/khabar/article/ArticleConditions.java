package io.khabar.article;

import io.khabar.article.ArticleFilter.Choice;
import io.khabar.article.ArticleFilter.Range;
import io.khabar.date.Bounds;
import io.khabar.list.Select;
import io.khabar.list.Sql;
import io.khabar.source.SourceReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An article filter in SQL, on {@code article a}. Each condition is written so that an index can answer it where there is
 * one; see the migrations for which there are.
 */
final class ArticleConditions {

    private static final String MENTIONED =
            "exists (select from article_date d where d.article_id = a.id and d.role = 'mentioned'";

    private static final Map<String, String> HAS = Map.of(
            "title", "a.title is not null",
            "lead", "a.lead is not null",
            "url", "a.url is not null",
            "image", "a.image is not null",
            "author", "a.author_names <> '{}'",
            "keyword", "a.keywords <> '{}'",
            "section", "a.section is not null",
            "published", "a.published_sort > '-infinity'",
            "mentions", MENTIONED + ")");

    private static final Sql NO_DUPLICATE = new Sql().add("a.duplicate_group_id is null");

    /** Of the articles in the group of {@code a} that meet what follows; {@code a} means each of those there. */
    private static final String FIRST = "select f.article_id from (select a.duplicate_group_id as id) own"
            + " join article_fingerprint f on f.group_id = own.id join article a on a.id = f.article_id where ";

    private static final String EARLIEST = " order by f.published, f.created, f.article_id limit 1";

    private ArticleConditions() {}

    static Select add(Select select, ArticleFilter filter) {
        if (!filter.ids().isEmpty()) {
            select.where("a.id = any(?)", filter.ids());
        }
        if (!filter.urls().isEmpty()) {
            select.where(urls("a.url_canonical", filter.urls()));
        }
        sources(select, filter.source());
        languages(select, filter.language());
        countries(select, filter.country());
        sections(select, filter.section());
        arrays(select, "a.keywords", filter.keyword());
        arrays(select, "a.author_names", filter.author());
        published(select, filter.published());
        partial(select, filter.modified());
        instant(select, "a.created_at", filter.created());
        instant(select, "a.updated_at", filter.updated());
        mentions(select, filter.mentions());
        has(select, filter.has());
        words(select, filter.words());
        duplicates(select, filter.duplicates());
        return select;
    }

    /** Is one of some canonical addresses, which the index knows by their hashes (V008). */
    static Sql urls(String column, List<String> canonical) {
        return new Sql()
                .add("md5(" + column + ") = any(array(select md5(u) from unnest(?::text[]) u))", canonical)
                .add(" and " + column + " = any(?)", canonical);
    }

    /** To be called last: which of several copies is shown depends on all other conditions. */
    private static void duplicates(Select select, ArticleFilter.Duplicates duplicates) {
        Sql others = select.conditions();
        switch (duplicates) {
            case INCLUDE -> {}
            case ONLY -> select.where("a.duplicate_group_id is not null");
            case COLLAPSE ->
                select.where(
                        others == null
                                ? NO_DUPLICATE
                                : new Sql()
                                        .add("(")
                                        .add(NO_DUPLICATE)
                                        .add(" or a.id = (")
                                        .add(FIRST)
                                        .add(others)
                                        .add(EARLIEST)
                                        .add("))"));
        }
    }

    /** Conditions on source and language alone; null where there are none. */
    static @Nullable Sql article(Choice<SourceReference> source, Choice<String> language) {
        Select select = Select.from("article", "a");
        sources(select, source);
        languages(select, language);
        return select.conditions();
    }

    private static void sources(Select select, Choice<SourceReference> choice) {
        if (choice.any().size() == 1) {
            // A single value keeps the index by source and date in order, which a list of values does not.
            SourceReference only = choice.any().getFirst();
            select.where(
                    only.id() != null ? "a.source_id = ?" : "a.source_id = (select id from source where key = ?)",
                    only.value());
        } else if (!choice.any().isEmpty()) {
            select.where(new Sql()
                    .add("a.source_id = any(")
                    .add(sourceIds(choice.any()))
                    .add(")"));
        }
        if (!choice.none().isEmpty()) {
            select.where(new Sql()
                    .add("a.source_id <> all(")
                    .add(sourceIds(choice.none()))
                    .add(")"));
        }
    }

    private static Sql sourceIds(List<SourceReference> references) {
        List<Object> ids = new ArrayList<>();
        List<Object> keys = new ArrayList<>();
        references.forEach(reference -> (reference.id() != null ? ids : keys).add(reference.value()));
        Sql sql = new Sql().add("array(select id from source where key = any(?)", keys);
        return ids.isEmpty() ? sql.add(")") : sql.add(" or id = any(?))", ids);
    }

    private static void languages(Select select, Choice<String> choice) {
        if (!choice.any().isEmpty()) {
            select.where(language(choice.any()));
        }
        if (!choice.none().isEmpty()) {
            select.where(new Sql()
                    .add("(a.language_primary is null or not ")
                    .add(language(choice.none()))
                    .add(")"));
        }
    }

    private static Sql language(List<String> ranges) {
        if (ranges.size() == 1 && ranges.getFirst().indexOf('-') < 0) {
            return new Sql().add("a.language_primary = ?", ranges.getFirst()).planEachTime();
        }
        List<String> primaries =
                ranges.stream().filter(range -> range.indexOf('-') < 0).toList();
        List<String> narrower =
                ranges.stream().filter(range -> range.indexOf('-') >= 0).toList();
        Sql sql = new Sql().add("(").planEachTime();
        if (!primaries.isEmpty()) {
            sql.add("a.language_primary = any(?)", primaries);
        }
        for (int i = 0; i < narrower.size(); i++) {
            String range = narrower.get(i);
            sql.add(i == 0 && primaries.isEmpty() ? "" : " or ")
                    .add(
                            "a.language_primary = ? and a.language <> a.language_primary"
                                    + " and (a.language = ? or starts_with(a.language, ?))",
                            range.substring(0, range.indexOf('-')),
                            range,
                            range + "-");
        }
        return sql.add(")");
    }

    private static void countries(Select select, Choice<String> choice) {
        if (!choice.any().isEmpty()) {
            select.where("a.source_id = any(array(select id from source where country = any(?)))", choice.any());
        }
        if (!choice.none().isEmpty()) {
            select.where("a.source_id <> all(array(select id from source where country = any(?)))", choice.none());
        }
    }

    private static void sections(Select select, Choice<String> choice) {
        if (choice.any().size() == 1) {
            select.where(new Sql().add("a.section = ?", choice.any().getFirst()).planEachTime());
        } else if (!choice.any().isEmpty()) {
            select.where(new Sql().add("a.section = any(?)", choice.any()).planEachTime());
        }
        if (!choice.none().isEmpty()) {
            select.where("(a.section is null or a.section <> all(?))", choice.none());
        }
    }

    private static void arrays(Select select, String column, Choice<String> choice) {
        if (!choice.any().isEmpty()) {
            select.where(new Sql().add(column + " && ?", choice.any()).planEachTime());
        }
        if (!choice.none().isEmpty()) {
            select.where("not " + column + " && ?", choice.none());
        }
    }

    /**
     * The whole date lies in the period. The index by date is given the widest range that can match; within it, civil
     * dates and instants are compared each in their own way.
     */
    private static void published(Select select, @Nullable Bounds bounds) {
        if (bounds == null) {
            return;
        }
        if (bounds.widestFrom() == null) {
            select.where("a.published_sort > '-infinity'");
        }
        widest(select, "a.published_sort", bounds);
        within(select, "a.published", bounds);
    }

    private static void partial(Select select, @Nullable Bounds bounds) {
        if (bounds != null) {
            select.where("a.modified_value is not null");
            widest(select, "a.modified_earliest", bounds);
            within(select, "a.modified", bounds);
        }
    }

    private static void widest(Select select, String column, Bounds bounds) {
        if (bounds.widestFrom() != null) {
            select.bound(column, column + " >= ?", bounds.widestFrom());
        }
        if (bounds.widestTo() != null) {
            select.bound(column, column + " < ?", bounds.widestTo());
        }
    }

    private static void within(Select select, String columns, Bounds bounds) {
        Sql sql = new Sql().add("case when " + columns + "_value like '%T%' then true");
        if (bounds.instantFrom() != null) {
            sql.add(" and " + columns + "_earliest >= ?", bounds.instantFrom());
        }
        if (bounds.instantTo() != null) {
            sql.add(" and " + columns + "_earliest < ?", bounds.instantTo());
        }
        sql.add(" else true");
        if (bounds.civilFrom() != null) {
            sql.add(" and " + columns + "_earliest >= ?", bounds.civilFrom());
        }
        if (bounds.civilTo() != null) {
            sql.add(" and " + columns + "_latest <= ?", bounds.civilTo());
        }
        select.where(sql.add(" end"));
    }

    private static void instant(Select select, String column, @Nullable Bounds bounds) {
        if (bounds != null && bounds.instantFrom() != null) {
            select.bound(column, column + " >= ?", bounds.instantFrom());
        }
        if (bounds != null && bounds.instantTo() != null) {
            select.bound(column, column + " < ?", bounds.instantTo());
        }
    }

    private static void mentions(Select select, @Nullable Bounds bounds) {
        if (bounds != null) {
            select.where(new Sql()
                    .add(MENTIONED + " and ")
                    .add(overlapping(bounds))
                    .add(")")
                    .planEachTime());
        }
    }

    /** Dates of {@code article_date d} that overlap a period. */
    static Sql overlapping(Bounds bounds) {
        Sql civil = range(bounds.civilFrom(), bounds.civilTo());
        if (Objects.equals(bounds.civilFrom(), bounds.instantFrom())
                && Objects.equals(bounds.civilTo(), bounds.instantTo())) {
            return new Sql().add("d.value is not null and ").add(civil);
        }
        return new Sql()
                .add("d.value is not null and (d.precision <> 'instant' and ")
                .add(civil)
                .add(" or d.precision = 'instant' and ")
                .add(range(bounds.instantFrom(), bounds.instantTo()))
                .add(")");
    }

    private static Sql range(java.time.@Nullable Instant from, java.time.@Nullable Instant to) {
        if (from != null && to != null && !from.isBefore(to)) {
            // A period that is empty in its zone; a range must not end before it begins.
            return new Sql().add("false");
        }
        return new Sql().add("tstzrange(d.earliest, d.latest) && tstzrange(?, ?)", from, to);
    }

    private static void has(Select select, Choice<String> choice) {
        choice.any().forEach(name -> select.where(Objects.requireNonNull(HAS.get(name))));
        choice.none().forEach(name -> select.where("not (" + HAS.get(name) + ")"));
    }

    private static void words(Select select, @Nullable Range range) {
        if (range != null && range.least() != null) {
            select.where("a.word_count >= ?", range.least());
        }
        if (range != null && range.most() != null) {
            select.where("a.word_count <= ?", range.most());
        }
    }
}
