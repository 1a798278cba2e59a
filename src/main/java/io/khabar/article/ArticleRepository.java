package io.khabar.article;

import io.khabar.list.Found;
import io.khabar.list.Lists;
import io.khabar.list.Page;
import io.khabar.list.Paging;
import io.khabar.list.Select;
import io.khabar.list.Shown;
import io.khabar.list.Sql;
import io.khabar.list.Stamped;
import io.khabar.search.highlight.Highlighter;
import io.khabar.search.query.TextField;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Articles in the database. */
@Singleton
public class ArticleRepository implements PanacheRepositoryBase<Article, UUID> {

    private final Lists lists;
    private final ArticleColumns columns;

    ArticleRepository(Lists lists, ArticleColumns columns) {
        this.lists = lists;
        this.columns = columns;
    }

    /** A page of the articles that a filter lets through. */
    Page<ArticleView> page(ArticleFilter filter, Paging paging, Shown shown) {
        Select select = ArticleColumns.add(Select.from("article", "a"), shown);
        return lists.page(ArticleConditions.add(select, filter), paging, columns::read);
    }

    /**
     * The page of articles that an index found.
     *
     * @param highlighted the texts whose matches are shown
     * @param highlighter what marks them; null where there are none
     */
    Page<ArticleView> found(
            Found found, Paging paging, Shown shown, List<TextField> highlighted, @Nullable Highlighter highlighter) {
        Select select = ArticleColumns.add(Select.from("article", "a"), shown);
        if (!highlighted.isEmpty()) {
            Highlights.columns(select, highlighted);
        }
        boolean scored =
                paging.order().equals(Paging.RELEVANCE) && shown.fields().has("score");
        return lists.found(select, paging, found, (row, score) -> columns.read(row)
                .hit(
                        scored ? Float.valueOf(score) : null,
                        highlighter == null ? null : Highlights.of(row, highlighted, highlighter)));
    }

    /** One article. */
    Optional<Stamped<ArticleView>> view(UUID id, Shown shown) {
        Select select = Stamped.columns(Select.from("article", "a"), "a");
        ArticleColumns.add(select, shown).where("a.id = ?", id);
        return lists.first(select, Stamped.reader(columns::read));
    }

    /** Some whole articles, by their ids; those that are gone are left out. */
    Map<UUID, ArticleView> views(Collection<UUID> ids) {
        Map<UUID, ArticleView> views = new HashMap<>();
        if (!ids.isEmpty()) {
            Select select = ArticleColumns.add(Select.from("article", "a"), ArticleResource.FULL);
            lists.all(select.where("a.id = any(?)", ids), "a.id", columns::read)
                    .forEach(view -> views.put(Objects.requireNonNull(view.id()), view));
        }
        return views;
    }

    /** The titles of some articles, by their ids; those without one are left out. */
    Map<UUID, String> titles(Collection<UUID> ids) {
        Map<UUID, String> titles = new HashMap<>();
        if (!ids.isEmpty()) {
            Select select = Select.from("article", "a").column("id", "a.id").column("title", "a.title");
            select.where("a.id = any(?)", ids).where("a.title is not null");
            lists.all(
                    select,
                    "a.id",
                    row -> titles.put(Objects.requireNonNull(row.id("id")), Objects.requireNonNull(row.text("title"))));
        }
        return titles;
    }

    boolean exists(UUID id) {
        return existing("id = ?", id) != null;
    }

    /**
     * Lets go of all articles and dates that this transaction has read, once they are flushed: with each further statement
     * every one of them would be compared with what it was, which takes longer with each.
     */
    void forget() {
        getEntityManager().clear();
    }

    /** The article to change: locked until the end of the transaction, so that writers take turns. */
    Optional<Article> forUpdate(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Locks some articles as {@link #forUpdate} does, in the order of their ids: whoever changes several in one transaction
     * begins with this, or two that met them in other orders would wait for each other.
     */
    void lock(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            lists.query(
                    new Sql().add("select id from article where id = any(?) order by id for no key update", ids),
                    row -> true);
        }
    }

    /** The article with a canonical address. */
    @Nullable UUID withUrl(String canonical) {
        return existing("md5(url_canonical) = md5(?) and url_canonical = ?", canonical, canonical);
    }

    /** The article to which a source gives an id of its own. */
    @Nullable UUID withExternalId(UUID sourceId, String externalId) {
        return existing("source_id = ? and external_id = ?", sourceId, externalId);
    }

    private @Nullable UUID existing(String condition, Object... arguments) {
        return lists
                .query(
                        new Sql().add("select id from article where " + condition, arguments),
                        result -> result.getObject(1, UUID.class))
                .stream()
                .findFirst()
                .orElse(null);
    }
}
