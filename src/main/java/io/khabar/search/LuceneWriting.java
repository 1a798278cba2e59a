package io.khabar.search;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.search.engine.backend.work.execution.DocumentCommitStrategy;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.standalone.work.SearchIndexingPlan;
import org.hibernate.search.mapper.pojo.standalone.work.SearchWorkspace;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategyConfigurationContext;
import org.hibernate.search.util.common.impl.Futures;
import org.hibernate.search.util.common.impl.Throwables;

/** Writes into an index in a folder. What is found damaged is told as such. */
final class LuceneWriting {

    private final SearchMapping mapping;

    LuceneWriting(SearchMapping mapping) {
        this.mapping = mapping;
    }

    /** So {@link ArticleIndex#add}. */
    void add(List<IndexedArticle> changed, Collection<UUID> gone) {
        checked(() -> {
            try (SearchSession session = mapping.createSessionWithOptions()
                    .indexingPlanSynchronizationStrategy(LuceneWriting::untilWritten)
                    .build()) {
                SearchIndexingPlan plan = session.indexingPlan();
                changed.forEach(plan::addOrUpdate);
                gone.forEach(id -> plan.purge(IndexedArticle.class, id.toString(), null));
            }
        });
    }

    /** So {@link ArticleIndex#commit}. */
    void commit() {
        checked(() -> {
            SearchWorkspace written = mapping.scope(IndexedArticle.class).workspace();
            written.flush();
            written.refresh();
        });
    }

    /** Waits until all is in the buffer of the writer, and fails as the writing did; it is committed by {@link #commit}. */
    private static void untilWritten(IndexingPlanSynchronizationStrategyConfigurationContext context) {
        context.documentCommitStrategy(DocumentCommitStrategy.NONE);
        context.documentRefreshStrategy(DocumentRefreshStrategy.NONE);
        context.indexingFutureHandler(
                written -> Futures.unwrappedExceptionJoin(written).throwable().ifPresent(failed -> {
                    throw Throwables.toRuntimeException(failed);
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
