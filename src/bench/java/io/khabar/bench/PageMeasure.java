package io.khabar.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.khabar.imports.draft.Draft;
import io.khabar.imports.html.HtmlText;
import io.khabar.imports.html.PageReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/**
 * Measures what is read of real pages against what is expected of them: the words of the text, the title, who wrote it, its
 * language and its day.
 *
 * <p>Arguments: a folder with a folder for each page, in which are {@code source.html}, {@code expected.html} and
 * {@code expected-metadata.json}, as in the tests of readability; {@code -v} lists all pages rather than the worst.
 */
public final class PageMeasure {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int WORST = 25;

    /** A character of Chinese or Japanese, or a word of an alphabet. */
    private static final Pattern WORD =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+");

    private record Page(String name, double recall, double precision, int wanted, int got) {
        double f1() {
            return recall + precision == 0 ? 0 : 2 * recall * precision / (recall + precision);
        }
    }

    private final List<Page> pages = new ArrayList<>();
    private final Map<String, int[]> facts = new HashMap<>();

    private PageMeasure() {}

    public static void main(String[] arguments) throws IOException {
        PageMeasure measure = new PageMeasure();
        try (Stream<Path> folders = Files.list(Path.of(arguments[0]))) {
            for (Path folder : folders.sorted().toList()) {
                measure.page(folder);
            }
        }
        measure.report(arguments.length > 1 && arguments[1].equals("-v"));
    }

    private void page(Path folder) throws IOException {
        Draft draft = PageReader.read(
                Files.readAllBytes(folder.resolve("source.html")), null, "http://fakehost/test/page.html");
        var expected = Jsoup.parse(Files.readString(folder.resolve("expected.html")));
        // Captions are none of the text here.
        expected.select("figcaption").remove();
        List<String> wanted = words(HtmlText.of(expected.body().html()));
        List<String> got = words(draft.body());
        int shared = shared(wanted, got);
        pages.add(new Page(
                folder.getFileName().toString(), share(shared, wanted), share(shared, got), wanted.size(), got.size()));
        JsonNode said = JSON.readTree(Files.readString(folder.resolve("expected-metadata.json")));
        fact("title", said.path("title"), draft.title(), PageMeasure::isSame);
        fact("authors", said.path("byline"), String.join(" ", draft.authors().stream().map(author -> author.name()).toList()), PageMeasure::contains);
        fact("language", said.path("lang"), draft.language(), (a, b) -> isSame(a.split("[-_]", -1)[0], b.split("-", -1)[0]));
        fact("published", said.path("publishedTime"), String.valueOf(draft.published()), (a, b) -> b.length() >= 10 && a.startsWith(b.substring(0, 10)));
    }

    private interface Agreement {
        boolean of(String wanted, String got);
    }

    private void fact(String name, JsonNode wanted, String got, Agreement agreement) {
        if (wanted.isTextual() && !wanted.asText().isBlank()) {
            int[] counts = facts.computeIfAbsent(name, unused -> new int[2]);
            counts[0]++;
            counts[1] += got != null && agreement.of(wanted.asText().strip(), got) ? 1 : 0;
        }
    }

    private void report(boolean all) {
        pages.sort(Comparator.comparingDouble(Page::f1));
        for (Page page : all ? pages : pages.subList(0, Math.min(WORST, pages.size()))) {
            OUT.printf("%-40s recall %.3f precision %.3f F1 %.3f, %d words of %d%n", page.name(), page.recall(), page.precision(), page.f1(), page.got(), page.wanted());
        }
        OUT.printf("%d pages: recall %.4f precision %.4f F1 %.4f%n", pages.size(), mean(Page::recall), mean(Page::precision), mean(Page::f1));
        facts.forEach((name, counts) -> OUT.printf("%s: %d of %d%n", name, counts[1], counts[0]));
    }

    private double mean(java.util.function.ToDoubleFunction<Page> of) {
        return pages.stream().mapToDouble(of).average().orElse(0);
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return WORD.matcher(plain).results().map(match -> match.group()).toList();
    }

    private static int shared(List<String> wanted, List<String> got) {
        Map<String, Integer> left = new HashMap<>();
        wanted.forEach(word -> left.merge(word, 1, Integer::sum));
        int shared = 0;
        for (String word : got) {
            shared += left.merge(word, -1, Integer::sum) >= 0 ? 1 : 0;
        }
        return shared;
    }

    private static double share(int shared, List<String> of) {
        return of.isEmpty() ? 1 : shared / (double) of.size();
    }

    private static boolean isSame(String wanted, String got) {
        return words(wanted).equals(words(got));
    }

    private static boolean contains(String wanted, String got) {
        String one = String.join("", words(wanted));
        String other = String.join("", words(got));
        return !other.isEmpty() && (one.contains(other) || other.contains(one));
    }
}
