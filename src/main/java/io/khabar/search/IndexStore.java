package io.khabar.search;

import io.khabar.search.SearchSettings.Backend;
import io.khabar.search.text.Languages;
import java.io.IOException;
import java.util.Optional;

/**
 * Where indexes are: one of them answers, and has a note of how far it follows the database; another may be built beside
 * it and take its place. Everything here is done by one thread, and throws an {@link IOException} where the store cannot
 * be reached; to be tried again.
 */
public interface IndexStore {

    /** The setting by which it is chosen. */
    Backend backend();

    /**
     * Takes the store for this process, before anything else is done with it; does nothing where it has it already.
     *
     * @throws FolderInUseException where another process has it, and it is not for several
     */
    void take() throws IOException;

    /** Gives the store back, when all of its indexes are closed. */
    void leave();

    /** What its indexes are called by, where processes share them. */
    String name();

    /**
     * Whether processes share its indexes. Then one of them at a time writes, the others only read the note, and open
     * what answers.
     */
    boolean isShared();

    /**
     * Begins a turn of writing. What another process still writes from an earlier turn, without knowing that it is over,
     * is refused by documents of this one.
     *
     * @param number greater than that of every turn before; of no meaning where nothing is shared
     */
    void turn(long number);

    /** The note of the index that answers; empty where there is none, or it was built in another way. */
    Optional<String> note() throws IOException;

    /**
     * Writes another note for the index that answers. To be called after what it speaks of is written, so that a crash
     * repeats writes, which changes nothing, and leaves none out.
     */
    void note(String text) throws IOException;

    /**
     * Opens the index that answers.
     *
     * @throws RuntimeException where it is damaged
     */
    ArticleIndex open(Languages languages) throws IOException;

    /** Gives the index up that answered, as it is damaged: none answers until another one does. It must be closed before. */
    void discard() throws IOException;

    /** Begins an empty index beside the answering one. */
    ArticleIndex begin(Languages languages) throws IOException;

    /** Has the index that was begun answer, in place of the one before; it is to be opened anew. */
    void replace(String note) throws IOException;

    /** Deletes what neither answers nor is being built. */
    void clean() throws IOException;

    /**
     * Asks whoever has the turn to build the index anew. Where none is there that could be, the first one is being built, or
     * about to be, and there is nothing to ask for.
     */
    void wish() throws IOException;

    /** Whether somebody asked for that since the index was begun that answers. */
    boolean isWished() throws IOException;
}
