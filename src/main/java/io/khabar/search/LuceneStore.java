package io.khabar.search;

import io.khabar.search.SearchSettings.Backend;
import io.khabar.search.text.Languages;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Indexes of this process alone, in its folder. */
@Singleton
final class LuceneStore implements IndexStore {

    private static final Logger LOG = Logger.getLogger(LuceneStore.class);

    private final Path folder;
    private final IndexFolders folders;
    private volatile @Nullable FolderLock lock;

    @Inject
    LuceneStore(SearchSettings settings) {
        this(settings.dir());
    }

    LuceneStore(Path folder) {
        this.folder = folder;
        this.folders = new IndexFolders(folder);
    }

    @Override
    public void take() throws IOException {
        if (lock == null) {
            lock = FolderLock.take(folder);
        }
    }

    @Override
    public void leave() {
        FolderLock held = lock;
        lock = null;
        if (held != null) {
            try {
                held.close();
            } catch (IOException left) {
                LOG.warnf(left, "The lock of the search index was not given back; the end of the process does");
            }
        }
    }

    @Override
    public Backend backend() {
        return Backend.LUCENE;
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public void turn(long number) {
        // The lock keeps others out of the folder.
    }

    @Override
    public Optional<String> note() throws IOException {
        return folders.note();
    }

    @Override
    public void note(String text) throws IOException {
        folders.note(text);
    }

    @Override
    public ArticleIndex open(Languages languages) throws IOException {
        ArticleIndex opened = LuceneIndex.open(folders.current(), languages);
        try {
            // Reads what was written last: a damaged index says so.
            opened.ask(ArticleIndex::documents);
        } catch (RuntimeException damaged) {
            opened.close();
            throw damaged;
        }
        return opened;
    }

    @Override
    public void discard() throws IOException {
        folders.discard();
    }

    @Override
    public ArticleIndex begin(Languages languages) throws IOException {
        return LuceneIndex.open(folders.begin(), languages);
    }

    @Override
    public void replace(String note) throws IOException {
        folders.replace(note);
    }

    @Override
    public void clean() throws IOException {
        folders.clean();
    }

    @Override
    public void wish() {
        throw new IllegalStateException("this process has the turn");
    }

    @Override
    public boolean isWished() {
        return false;
    }
}
