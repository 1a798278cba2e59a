package io.khabar.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts that are copies of each other, more or less. */
final class Stories {

    private Stories() {}

    /** Letters alone: a digit would begin another word. */
    private static String word(String stem, int number) {
        StringBuilder word = new StringBuilder(stem);
        for (char digit : Integer.toString(number).toCharArray()) {
            word.append((char) ('a' + digit - '0'));
        }
        return word.toString();
    }

    /** So many words that no other number has in this order. */
    static String text(int story, int words) {
        Random random = new Random(story);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            all.add(word("w", story) + word("x", random.nextInt(1 << 20)));
        }
        return String.join(" ", all);
    }

    /** The text with other words in place of its first ones. */
    static String edited(String text, int words, int edit) {
        List<String> all = new ArrayList<>(List.of(text.split(" ", -1)));
        for (int i = 0; i < Math.min(words, all.size()); i++) {
            all.set(i, word("e", edit) + word("x", i));
        }
        return String.join(" ", all);
    }

    /** The text with other words in place of its last ones. */
    static String endingOtherwise(String text, int words, int edit) {
        List<String> all = new ArrayList<>(List.of(text.split(" ", -1)));
        for (int i = all.size() - words; i < all.size(); i++) {
            all.set(i, word("z", edit) + word("x", i));
        }
        return String.join(" ", all);
    }
}
