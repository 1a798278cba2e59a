package io.khabar.search.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes the Arabic lexicon from the texts in {@code src/lexicon/ar}. */
final class LexiconFromTexts {

    static final Path TEXTS = Path.of("src/lexicon/ar");
    static final Path LEXICON = Path.of("src/main/resources/io/khabar/search/text", ArabicLexicon.FILE);

    private LexiconFromTexts() {}

    /** Writes the lexicon; run from the project's folder, as CONTRIBUTING.md says. */
    public static void main(String... arguments) throws IOException {
        Files.writeString(LEXICON, lexicon());
    }

    /** The lexicon that the texts give: a line for each folded word, with how often it occurs. */
    static String lexicon() throws IOException {
        Map<String, Integer> frequencies = new TreeMap<>();
        try (Stream<Path> files = Files.list(TEXTS)) {
            for (Path file : files.sorted().toList()) {
                count(Files.readString(file), frequencies);
            }
        }
        StringBuilder lines = new StringBuilder("# Made by LexiconFromTexts from src/lexicon/ar: change those.\n");
        frequencies.forEach(
                (word, count) -> lines.append(word).append(' ').append(count).append('\n'));
        return lines.toString();
    }

    private static void count(String text, Map<String, Integer> frequencies) {
        List<Token> words = Words.of(text);
        for (Token word : words) {
            frequencies.merge(word.term(), 1, Integer::sum);
        }
    }
}
