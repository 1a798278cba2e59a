package io.khabar.search;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.hibernate.search.engine.backend.work.execution.DocumentCommitStrategy;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.standalone.work.SearchIndexingPlan;
import org.hibernate.search.mapper.pojo.standalone.work.SearchWorkspace;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategyConfigurationContext;

/** Writes into an index in a folder. What is found damaged is told as such. */
final class LuceneWriting {

    private final SearchMapping mapping;

    LuceneWriting(SearchMapping mapping) {
        this.mapping = mapping;
    }

    /** So {@link ArticleIndex#write}. */
    void write(List<IndexedArticle> changed, Collection<UUID> gone) {
        carryOut(IndexingPlanSynchronizationStrategy.sync(), plan -> {
            changed.forEach(plan::addOrUpdate);
            gone.forEach(id -> plan.purge(IndexedArticle.class, id.toString(), null));
        });
    }

    /** So {@link ArticleIndex#add}. */
    void add(List<IndexedArticle> articles) {
        carryOut(LuceneWriting::unfinished, plan -> articles.forEach(plan::add));
    }

    /** So {@link ArticleIndex#complete}. */
    void complete() {
        checked(() -> {
            SearchWorkspace workspace = mapping.scope(IndexedArticle.class).workspace();
            workspace.flush();
            workspace.refresh();
        });
    }

    private void carryOut(IndexingPlanSynchronizationStrategy strategy, Consumer<SearchIndexingPlan> works) {
        checked(() -> {
            try (SearchSession session = mapping.createSessionWithOptions()
                    .indexingPlanSynchronizationStrategy(strategy)
                    .build()) {
                works.accept(session.indexingPlan());
            }
        });
    }

    /**
     * Waits until documents are in the buffer of the writer, and no longer: the disk has them, and searches see them, when
     * that is told or the buffer is full. An index that is built would else be written in thousands of small pieces, which
     * are put together again and again.
     */
    private static void unfinished(IndexingPlanSynchronizationStrategyConfigurationContext context) {
        context.documentCommitStrategy(DocumentCommitStrategy.NONE);
        context.documentRefreshStrategy(DocumentRefreshStrategy.NONE);
        context.indexingFutureHandler(works -> works.join().throwable().ifPresent(failure -> {
            throw failure instanceof RuntimeException known ? known : new CompletionException(failure);
        }));
    }

    private static void checked(Runnable writing) {
        try {
            writing.run();
        } catch (RuntimeException | InternalError failed) {
            DamagedIndexException.check(failed);
            throw failed;
        }
    }
}
