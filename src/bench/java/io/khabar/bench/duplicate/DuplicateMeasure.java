package io.khabar.bench.duplicate;

import io.khabar.bench.Article;
import io.khabar.duplicate.Fingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * How many texts a second are fingerprinted, how many pairs the bands propose and how many of those are copies, and how
 * many of all pairs that are copies the bands find.
 *
 * <p>The set is a file of one JSON object a line with {@code title} and {@code body}, gzipped.
 */
final class DuplicateMeasure {

    private static final int EACH_WITH_EACH = 3000;
    private static final int SHOWN = 30;
    private static final long SEED = 20211;

    private record Pair(int one, int other) {}

    private DuplicateMeasure() {}

    /** Arguments: the file; how many of its first articles are compared each with each; {@code -v} shows some pairs. */
    public static void main(String... arguments) throws IOException {
        List<Article> articles = Article.read(Path.of(arguments[0]));
        boolean shows = arguments[arguments.length - 1].equals("-v");
        int compared = arguments.length > 1 && !arguments[1].equals("-v")
                ? Integer.parseInt(arguments[1])
                : EACH_WITH_EACH;
        fingerprints(articles);
        long since = System.nanoTime();
        List<Fingerprint> fingerprints = fingerprints(articles);
        double seconds = (System.nanoTime() - since) / 1e9;
        System.out.printf("%d articles, %.0f fingerprints a second%n", articles.size(), articles.size() / seconds);
        Set<Pair> proposed = proposed(fingerprints);
        List<Pair> found = new ArrayList<>();
        int equal = 0;
        for (Pair pair : proposed) {
            Fingerprint one = fingerprints.get(pair.one());
            if (one.isLike(fingerprints.get(pair.other()))) {
                found.add(pair);
                equal += one.hash() == fingerprints.get(pair.other()).hash() ? 1 : 0;
            }
        }
        System.out.printf(
                "%d pairs proposed, %d of them copies, %d of those with equal texts%n",
                proposed.size(), found.size(), equal);
        recall(fingerprints.subList(0, Math.min(compared, fingerprints.size())));
        if (shows) {
            found.sort((a, b) -> a.one() != b.one() ? a.one() - b.one() : a.other() - b.other());
            Collections.shuffle(found, new Random(SEED));
            found.stream()
                    .limit(SHOWN)
                    .forEach(pair -> System.out.printf(
                            "%n%s%n%s%n%s%n%s%n",
                            articles.get(pair.one()).title(), articles.get(pair.one()).body(),
                            articles.get(pair.other()).title(), articles.get(pair.other()).body()));
        }
    }

    private static List<Fingerprint> fingerprints(List<Article> articles) {
        return articles.stream()
                .map(article -> Fingerprint.of(article.title(), article.body()))
                .toList();
    }

    private static Set<Pair> proposed(List<Fingerprint> fingerprints) {
        Map<Integer, List<Integer>> byBand = new HashMap<>();
        Set<Pair> proposed = new HashSet<>();
        for (int i = 0; i < fingerprints.size(); i++) {
            for (int band : fingerprints.get(i).bands()) {
                List<Integer> with = byBand.computeIfAbsent(band, _ -> new ArrayList<>());
                for (int other : with) {
                    proposed.add(new Pair(other, i));
                }
                with.add(i);
            }
        }
        return proposed;
    }

    private static void recall(List<Fingerprint> fingerprints) {
        int copies = 0;
        int met = 0;
        int edited = 0;
        int editedMet = 0;
        for (int i = 0; i < fingerprints.size(); i++) {
            for (int j = 0; j < i; j++) {
                Fingerprint one = fingerprints.get(i);
                Fingerprint other = fingerprints.get(j);
                if (one.isLike(other)) {
                    boolean meets = one.meets(other);
                    copies++;
                    met += meets ? 1 : 0;
                    if (one.hash() != other.hash()) {
                        edited++;
                        editedMet += meets ? 1 : 0;
                    }
                }
            }
        }
        System.out.printf(
                "Of the first %d, each compared with each, %d pairs are copies: the bands find %d. %d of them have other"
                        + " texts: the bands find %d.%n",
                fingerprints.size(), copies, met, edited, editedMet);
    }
}
