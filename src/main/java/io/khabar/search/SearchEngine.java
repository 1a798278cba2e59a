package io.khabar.search;

import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.search.text.Languages;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The index of this process, from its opening to the end. Beside it a note says how far it follows the database; it is
 * written after what it speaks of, so that a crash repeats writes, which changes nothing, and leaves none out.
 */
@Singleton
public class SearchEngine {

    private static final String NOTE = "follows";

    private final SearchSettings settings;
    private final Languages languages = new Languages();

    private volatile @Nullable ArticleIndex index;
    private volatile boolean complete;
    private volatile String progress = "It was not begun yet.";

    SearchEngine(SearchSettings settings) {
        this.settings = settings;
    }

    /** What keeps the index. */
    public String backend() {
        return settings.backend().name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The analyses that documents are made with. */
    public Languages languages() {
        return languages;
    }

    /** The note of the index in the folder; empty where there is none, or it was built in another way. */
    public Optional<String> note() throws IOException {
        Path file = settings.dir().resolve(NOTE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String note = Files.readString(file);
        String format = ArticleIndex.FORMAT + "\n";
        return note.startsWith(format) ? Optional.of(note.substring(format.length())) : Optional.empty();
    }

    /** Notes how far the index follows the database. */
    public void note(String text) throws IOException {
        Path file = settings.dir().resolve(NOTE);
        Path written = settings.dir().resolve(NOTE + ".new");
        Files.writeString(written, ArticleIndex.FORMAT + "\n" + text, StandardCharsets.UTF_8);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Opens the index, for writing at once and for searches when it is {@link #completed}.
     *
     * @param anew whether to begin with an empty one
     */
    public ArticleIndex open(boolean anew) throws IOException {
        Path folder = settings.dir();
        if (anew) {
            close();
            Files.deleteIfExists(folder.resolve(NOTE));
            delete(folder.resolve(IndexedArticle.INDEX));
        }
        Files.createDirectories(folder);
        ArticleIndex opened = ArticleIndex.open(folder, languages);
        index = opened;
        return opened;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** From now on searches are answered. */
    public void completed() {
        complete = true;
    }

    /** Whether searches are answered. */
    public boolean complete() {
        return complete;
    }

    /** Says how far the building of the index is, in a sentence for clients. */
    public void progress(String sentence) {
        progress = sentence;
    }

    /** Articles in the index; 0 before it is opened. */
    public long documents() {
        ArticleIndex opened = index;
        return opened == null ? 0 : opened.documents();
    }

    /**
     * The index, when it is complete.
     *
     * @throws ProblemException {@code search-rebuilding} until it is
     */
    public ArticleIndex index() {
        ArticleIndex opened = index;
        if (opened == null || !complete) {
            throw new ProblemException(ProblemCode.SEARCH_REBUILDING, "The search index is being built. " + progress)
                    .header("Retry-After", "2");
        }
        return opened;
    }

    /** Closes the index; further searches are refused. */
    @PreDestroy
    public void close() {
        complete = false;
        ArticleIndex opened = index;
        index = null;
        if (opened != null) {
            opened.close();
        }
    }
}
