package io.khabar.article;

import io.khabar.list.Fields;
import io.khabar.list.Lists;
import io.khabar.list.Page;
import io.khabar.list.Paging;
import io.khabar.list.Select;
import io.khabar.list.Stamped;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityNotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Dates of articles in the database. */
@Singleton
public class DateRepository implements PanacheRepositoryBase<ArticleDate, UUID> {

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("id", "d.id"),
            Map.entry("articleId", "d.article_id"),
            Map.entry("role", "d.role"),
            Map.entry("value", "d.value"),
            Map.entry("precision", "d.value"),
            Map.entry("earliest", "d.value"),
            Map.entry("latest", "d.value"),
            Map.entry("resolved", "d.value"),
            Map.entry("text", "d.text"),
            Map.entry("startOffset", "d.start_offset"),
            Map.entry("endOffset", "d.end_offset"),
            Map.entry("origin", "d.origin"),
            Map.entry("createdAt", "d.created_at"),
            Map.entry("updatedAt", "d.updated_at"),
            Map.entry("version", "d.version"));

    private final Lists lists;

    DateRepository(Lists lists) {
        this.lists = lists;
    }

    /** A page of the dates that a filter lets through. */
    Page<DateView> page(DateFilter filter, Paging paging, Fields fields) {
        return lists.page(filter.conditions(select(fields)), paging, DateView::of);
    }

    /** One date. */
    Optional<Stamped<DateView>> view(UUID id, Fields fields) {
        Select select = Stamped.columns(select(fields), "d").where("d.id = ?", id);
        return lists.first(select, Stamped.reader(DateView::of));
    }

    private static Select select(Fields fields) {
        Select select = Select.from("article_date", "d").column("#value", "d.value");
        fields.names().forEach(field -> select.column(field, COLUMNS.getOrDefault(field, "null")));
        return select;
    }

    boolean exists(UUID id) {
        return lists.first(Select.from("article_date", "d").column("id", "d.id").where("d.id = ?", id), row -> id)
                .isPresent();
    }

    /** Reads a date again; false where it is gone by now. */
    boolean refresh(ArticleDate date) {
        try {
            getEntityManager().refresh(date);
            return true;
        } catch (EntityNotFoundException _) {
            return false;
        }
    }

    /** The dates of an article. */
    List<ArticleDate> of(UUID articleId) {
        return list("articleId", articleId);
    }
}
