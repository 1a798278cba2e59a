package io.khabar.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where indexes are on the disk: each in a folder of its own, beside a note that says which one counts, and how far it
 * follows the database. What the note does not name is unfinished or replaced, and deleted.
 */
final class IndexFolders {

    private static final String NOTE = "follows";
    private static final String PREFIX = "index-";

    private final Path folder;
    /** Of the index that was begun last. */
    private String begun = "";

    IndexFolders(Path folder) {
        this.folder = folder;
    }

    /** The text of the note; empty where no index of this format counts. */
    Optional<String> note() throws IOException {
        List<String> lines = lines();
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(2));
    }

    /** The folder of the index that counts. */
    Path current() throws IOException {
        List<String> lines = lines();
        if (lines.isEmpty()) {
            throw new IllegalStateException("no index counts in " + folder);
        }
        return folder.resolve(lines.get(1));
    }

    /** The format, the name of the folder, and the text; empty where there is no note, or one of another format. */
    private List<String> lines() throws IOException {
        Path file = folder.resolve(NOTE);
        if (!Files.exists(file)) {
            return List.of();
        }
        List<String> lines = List.of(Files.readString(file).split("\n", 3));
        boolean counts = lines.size() == 3
                && lines.getFirst().equals(String.valueOf(ArticleIndex.FORMAT))
                && lines.get(1).startsWith(PREFIX)
                && Files.isDirectory(folder.resolve(lines.get(1)));
        return counts ? lines : List.of();
    }

    /** Writes another text for the index that counts. */
    void note(String text) throws IOException {
        write(lines().get(1), text);
    }

    private void write(String name, String text) throws IOException {
        Path written = folder.resolve(NOTE + ".new");
        Files.writeString(written, ArticleIndex.FORMAT + "\n" + name + "\n" + text, StandardCharsets.UTF_8);
        Files.move(written, folder.resolve(NOTE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A new, empty folder. */
    Path begin() throws IOException {
        clean();
        int number = 1;
        while (Files.exists(folder.resolve(PREFIX + number))) {
            number++;
        }
        begun = PREFIX + number;
        return Files.createDirectories(folder.resolve(begun));
    }

    /** From now on the index that was begun counts. */
    void replace(String text) throws IOException {
        write(begun, text);
    }

    /** From now on none counts. */
    void discard() throws IOException {
        Files.deleteIfExists(folder.resolve(NOTE));
    }

    /** Deletes what does not count. */
    void clean() throws IOException {
        Files.createDirectories(folder);
        List<String> lines = lines();
        String counts = lines.isEmpty() ? "" : lines.get(1);
        List<Path> gone;
        try (Stream<Path> files = Files.list(folder)) {
            gone = files.filter(file -> file.getFileName().toString().startsWith(PREFIX) && !file.endsWith(counts))
                    .toList();
        }
        for (Path file : gone) {
            delete(file);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
