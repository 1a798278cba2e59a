package io.khabar.indexing;

import io.khabar.article.ArticleDocuments;
import io.khabar.change.BulkWrites;
import io.khabar.change.ChangeLog;
import io.khabar.change.ChangeSignal;
import io.khabar.search.Engines;
import io.khabar.search.IndexStore;
import io.khabar.search.SearchEngine;
import io.khabar.search.SearchSettings;
import io.quarkus.runtime.StartupEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;

/** As many processes as a test wants, as far as one can be several. */
@Singleton
public class SearchPeers {

    private final SearchSettings settings;
    private final ArticleDocuments articles;
    private final ChangeLog log;
    private final ChangeSignal signal;
    private final Clock clock;
    private final DataSource database;

    SearchPeers(
            SearchSettings settings,
            ArticleDocuments articles,
            ChangeLog log,
            ChangeSignal signal,
            Clock clock,
            DataSource database) {
        this.settings = settings;
        this.articles = articles;
        this.log = log;
        this.signal = signal;
        this.clock = clock;
        this.database = database;
    }

    /** One more, with a store of its own; its thread follows the log. */
    public SearchPeer started(IndexStore store) {
        SearchEngine engine = Engines.of(settings, store);
        Following following = new Following(engine, articles, log, new BulkWrites(), clock);
        Indexer indexer = new Indexer(engine, new Turn(database), following, articles, log, signal);
        indexer.start(new StartupEvent());
        return new SearchPeer(engine, indexer, following, log, articles);
    }
}
