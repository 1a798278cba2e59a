package io.khabar.imports.html;

import io.khabar.imports.draft.Bylines;
import io.khabar.imports.draft.PlainText;
import io.khabar.language.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes title, byline and day off the beginning of a text, small print and pointers off its end, and labels out of it. */
final class Trimming {
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_BYLINE = 120;

    /** So many paragraphs may stand before the title that the text repeats, such as a menu. */
    private static final int MOST_BEFORE_TITLE = 15;

    private static final int MOST_BEFORE_TEXT = 6;
    private static final int MOST_BEHIND_TEXT = 10;

    private final List<String> paragraphs;
    private final Collection<String> titles;
    private final Collection<String> authors;

    private Trimming(String text, Collection<String> titles, Collection<String> authors) {
        this.paragraphs = new ArrayList<>(List.of(PlainText.split(text)));
        this.titles = titles;
        this.authors = authors;
    }

    /**
     * A text as readers of the article want it.
     *
     * @param title the article's
     * @param titles what else the page has as a title
     * @param authors their names
     */
    static String of(String text, @Nullable String title, Collection<String> titles, Collection<String> authors) {
        Trimming trimming = new Trimming(text, titles, authors);
        if (title != null) {
            trimming.cutToTitle(Folding.fold(title), text.length());
        }
        trimming.labels();
        trimming.beginning();
        trimming.end();
        return String.join("\n\n", trimming.paragraphs);
    }

    private void cutToTitle(String title, int all) {
        int before = 0;
        for (int i = 0; i < MOST_BEFORE_TITLE && i < paragraphs.size() - 1 && before * 4L < all; i++) {
            String paragraph = paragraphs.get(i);
            if (paragraph.length() <= LONGEST_TITLE && Folding.fold(paragraph).equals(title)) {
                paragraphs.subList(0, i + 1).clear();
                return;
            }
            before += paragraph.length();
        }
    }

    private void labels() {
        List<String> left = new ArrayList<>(paragraphs);
        left.removeIf(Lines::isLabel);
        if (!left.isEmpty()) {
            paragraphs.clear();
            paragraphs.addAll(left);
        }
    }

    private void beginning() {
        for (int i = 0; i < MOST_BEFORE_TEXT && paragraphs.size() > 1 && isBefore(paragraphs.getFirst()); i++) {
            paragraphs.removeFirst();
        }
    }

    private void end() {
        for (int i = 0; i < MOST_BEHIND_TEXT && paragraphs.size() > 1 && isBehind(paragraphs.getLast()); i++) {
            paragraphs.removeLast();
        }
    }

    private boolean isBefore(String paragraph) {
        if (paragraph.length() > LONGEST_TITLE) {
            return false;
        }
        String key = Folding.fold(paragraph);
        if (key.isEmpty()
                || titles.stream().anyMatch(title -> Folding.fold(title).equals(key))) {
            return true;
        }
        return Lines.isDay(paragraph)
                || (paragraph.length() < LONGEST_BYLINE
                        && (Bylines.isByline(paragraph) || authors.stream().anyMatch(author -> isOnly(key, author))));
    }

    private static boolean isBehind(String paragraph) {
        return Lines.isPointer(paragraph)
                || Lines.isSmallPrint(paragraph)
                || (!Prose.endsSentence(paragraph) && Lines.isDay(paragraph));
    }

    /** The author's name with hardly anything around it. */
    private static boolean isOnly(String key, String author) {
        String name = Folding.fold(author);
        return !name.isEmpty() && key.contains(name) && key.length() < name.length() + 25;
    }
}
