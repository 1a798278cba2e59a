package io.khabar.search.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The lists of words that are shipped with the code; lines that begin with {@code #} are comments. */
final class WordList {

    private WordList() {}

    static List<String> lines(String name) {
        try (InputStream file = Objects.requireNonNull(WordList.class.getResourceAsStream(name), name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** All words of a list, folded. */
    static Set<String> folded(String name) {
        return lines(name).stream()
                .flatMap(line -> Words.of(line).stream())
                .map(Token::term)
                .collect(Collectors.toUnmodifiableSet());
    }
}
