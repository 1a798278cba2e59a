package io.khabar.search;

import io.khabar.search.SearchSettings.Backend;
import io.khabar.search.text.Languages;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;

/** Indexes of this process alone, in its folder. */
@Singleton
final class LuceneStore implements IndexStore {

    private final IndexFolders folders;

    LuceneStore(SearchSettings settings) {
        this.folders = new IndexFolders(settings.dir());
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
        // Lucene's own lock keeps others out of the folder.
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
            opened.documents();
        } catch (RuntimeException damaged) {
            opened.close();
            throw damaged;
        }
        return opened;
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
