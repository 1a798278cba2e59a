package io.khabar.mention;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a language, read from resource files: words with their classes, and rules.
 *
 * <p>A line is {@code class+class value: form | form} for words, {@code RULE = pattern -> action} for a way to read a
 * rule, {@code @NAME = pattern} for a piece that patterns share, {@code proclitics: letters}, or a comment after
 * {@code #}. The mentions of a text are what the rule {@code MENTION} reads.
 */
final class Language {

    /** The rule that reads mentions. */
    static final String MENTION = "MENTION";

    private final Lexicon lexicon = new Lexicon();
    private final Grammar grammar = new Grammar();
    private final Map<String, String> pieces = new HashMap<>();
    private final NumberWords numbers = new NumberWords(lexicon);
    private final Tokenizer tokenizer;
    private final FirstWords firstWords;
    private String proclitics = "";

    private Language(List<String> resources, Map<String, List<String>> words) {
        for (String resource : resources) {
            for (String line : lines(resource)) {
                read(line);
            }
        }
        words.forEach((head, forms) -> words(head, forms.toArray(String[]::new)));
        this.tokenizer = new Tokenizer(lexicon.words(), proclitics);
        this.firstWords = new FirstWords(grammar);
    }

    /** A language of resource files. */
    static Language of(String... resources) {
        return new Language(List.of(resources), Map.of());
    }

    /** A language of resource files and further words: forms by class and value, as before the colon of a line. */
    static Language of(Map<String, List<String>> words, String... resources) {
        return new Language(List.of(resources), words);
    }

    Hits hits(String text, NumericDates.Order order, ZoneId zone) {
        return new Hits(tokenizer.tokens(text), lexicon, numbers, new NumericDates(text, order, zone, lexicon));
    }

    Matcher matcher(Hits hits) {
        return new Matcher(hits, lexicon, grammar, firstWords);
    }

    int rule(String name) {
        return grammar.rule(name);
    }

    int type(String name) {
        return lexicon.type(name);
    }

    Lexicon lexicon() {
        return lexicon;
    }

    Grammar grammar() {
        return grammar;
    }

    private static List<String> lines(String resource) {
        try (@Nullable InputStream in = Language.class.getResourceAsStream("/mention/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("Resource is missing: mention/" + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String written) {
        String line = written.replaceFirst("(^|\\s)#.*", "").strip();
        if (line.isEmpty()) {
            return;
        }
        int equals = line.indexOf(" = ");
        int colon = line.indexOf(':');
        if (equals > 0 && (colon < 0 || equals < colon)) {
            String name = line.substring(0, equals).strip();
            String pattern = line.substring(equals + 3).strip();
            if (name.startsWith("@")) {
                pieces.put(name, "( " + fill(pattern) + " )");
            } else {
                rule(name, pattern);
            }
        } else if (colon > 0) {
            words(
                    line.substring(0, colon).strip(),
                    line.substring(colon + 1).strip().split("\\s*\\|\\s*", -1));
        } else {
            throw new IllegalArgumentException("Not a line of a rule file: " + written);
        }
    }

    private void rule(String name, String line) {
        int arrow = line.lastIndexOf("->");
        String pattern = fill(line.substring(0, arrow).strip());
        Reading.Action action = Meanings.of(line.substring(arrow + 2).strip());
        grammar.add(name, PatternReader.read(lexicon, grammar, pattern, action));
    }

    private String fill(String pattern) {
        StringBuilder filled = new StringBuilder();
        for (String word : pattern.replaceAll("([()?])", " $1 ").strip().split("\\s+", -1)) {
            String piece = word.startsWith("@") ? pieces.get(word) : word;
            if (piece == null) {
                throw new IllegalArgumentException("No such piece: " + word);
            }
            filled.append(piece).append(' ');
        }
        return filled.toString();
    }

    private void words(String head, String... forms) {
        if (head.equals("proclitics")) {
            proclitics = forms[0];
            return;
        }
        int space = head.indexOf(' ');
        int value = space < 0 ? 0 : Integer.parseInt(head.substring(space + 1).strip());
        for (String type : (space < 0 ? head : head.substring(0, space)).split("\\+", -1)) {
            for (String form : forms) {
                lexicon.add(type, value, form);
            }
        }
    }
}
