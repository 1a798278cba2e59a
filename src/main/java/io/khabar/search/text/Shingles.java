package io.khabar.search.text;

import java.util.Arrays;
import java.util.List;

/**
 * The runs of three words in a text, folded: two texts that share most of them are copies of each other, whatever was
 * added, cut or written in another way.
 */
public final class Shingles {

    private static final int WORDS = 3;
    /** Spreads the bits of a hash; the constant is of Fibonacci hashing. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] sorted;

    private Shingles(long[] sorted) {
        this.sorted = sorted;
    }

    /** The shingles of a text; one shorter than a shingle is one. */
    public static Shingles of(String text) {
        return of(Readings.words(text));
    }

    /** The shingles of the folded words of a text. */
    public static Shingles of(List<String> words) {
        int size = Math.min(WORDS, words.size());
        long[] hashes = new long[words.isEmpty() ? 0 : words.size() - size + 1];
        for (int i = 0; i < hashes.length; i++) {
            long hash = 0;
            for (String word : words.subList(i, i + size)) {
                hash = (Long.rotateLeft(hash, 21) ^ hash(word)) * SPREAD;
            }
            hashes[i] = hash;
        }
        return new Shingles(Arrays.stream(hashes).sorted().distinct().toArray());
    }

    /** A hash of a word; the same for ever, as fingerprints are stored. */
    public static long hash(String word) {
        long hash = 1;
        for (int i = 0; i < word.length(); i++) {
            hash = hash * 31 + word.charAt(i);
        }
        return hash * SPREAD;
    }

    /** Spreads each bit over all of them (the finaliser of SplitMix64). */
    public static long mixed(long value) {
        long half = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long whole = (half ^ (half >>> 27)) * 0x94D049BB133111EBL;
        return whole ^ (whole >>> 31);
    }

    /**
     * The least of all hashes, in an order that a salt makes: the same for two texts with the probability that is what
     * they share (MinHash).
     */
    public long least(long salt) {
        long least = Long.MAX_VALUE;
        for (long hash : sorted) {
            least = Math.min(least, mixed(hash ^ salt));
        }
        return least;
    }

    /** How much two texts share (Jaccard's index): 0 for nothing, 1 for everything. */
    public double shared(Shingles other) {
        int both = 0;
        int here = 0;
        int there = 0;
        while (here < sorted.length && there < other.sorted.length) {
            int order = Long.compare(sorted[here], other.sorted[there]);
            both += order == 0 ? 1 : 0;
            here += order <= 0 ? 1 : 0;
            there += order >= 0 ? 1 : 0;
        }
        int all = sorted.length + other.sorted.length - both;
        return all == 0 ? 0 : (double) both / all;
    }
}
