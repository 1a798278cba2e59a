package io.khabar.search.highlight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cuts the parts out of a text that show most of what is marked in it. */
final class Fragments {

    /** A text up to this length is shown whole: a title always, a lead mostly. In UTF-16 units, as all lengths here. */
    private static final int WHOLE = 300;
    /** About the length of a part. */
    private static final int LENGTH = 180;

    private static final int MOST = 3;
    /** How far from its ideal place a part may begin or end, for the sake of whole words. */
    private static final int REACH = 30;

    /** A stretch of text with the marks from one up to another, exclusive. */
    private record Part(int start, int end, int from, int to, int worth) {}

    private final String text;
    private final List<Mark> marks;

    /**
     * Parts of a text.
     *
     * @param marks in their order, apart from one another; at least one
     */
    Fragments(String text, List<Mark> marks) {
        this.text = text;
        this.marks = marks;
    }

    /** The parts in their order, as HTML. */
    List<String> html() {
        if (text.length() <= WHOLE) {
            return List.of(html(0, text.length()));
        }
        List<Part> chosen = new ArrayList<>();
        List<Part> candidates = candidates();
        // The richest first; of equals the first in the text.
        candidates.sort(Comparator.comparingInt(Part::worth).reversed().thenComparingInt(Part::start));
        for (Part candidate : candidates) {
            if (chosen.size() < MOST && chosen.stream().allMatch(part -> apart(part, candidate))) {
                chosen.add(candidate);
            }
        }
        chosen.sort(Comparator.comparingInt(Part::start));
        List<String> html = new ArrayList<>(chosen.size());
        int last = 0;
        for (int i = 0; i < chosen.size(); i++) {
            Part part = chosen.get(i);
            int next = i + 1 < chosen.size() ? chosen.get(i + 1).start() : text.length();
            int missing = Math.max(0, LENGTH - (part.end() - part.start()));
            int start = start(part.start(), Math.max(last, part.start() - missing / 3));
            int end = end(part.end(), Math.min(next, part.end() + missing - (part.start() - start)));
            html.add(html(start, end));
            last = end;
        }
        return html;
    }

    /** From each mark as far as a part reaches, inside of its paragraph. */
    private List<Part> candidates() {
        List<Part> candidates = new ArrayList<>();
        for (int from = 0; from < marks.size(); from++) {
            Set<Integer> kinds = new HashSet<>();
            int start = marks.get(from).start();
            int to = from;
            int end = start;
            while (to < marks.size()
                    && (to == from || marks.get(to).end() - start <= LENGTH)
                    && text.indexOf('\n', end, marks.get(to).start()) < 0) {
                kinds.add(marks.get(to).of());
                end = marks.get(to).end();
                to++;
            }
            // What is found once more counts far less than something else that is found.
            candidates.add(new Part(start, end, from, to, kinds.size() * 100 + Math.min(to - from, 99)));
        }
        return candidates;
    }

    private static boolean apart(Part one, Part other) {
        return one.to() <= other.from() || other.to() <= one.from();
    }

    /** Where a part begins that should begin at a place: at a word, in the paragraph of what it shows. */
    private int start(int shown, int ideal) {
        int paragraph = text.lastIndexOf('\n', shown - 1) + 1;
        if (paragraph >= ideal) {
            return paragraph;
        }
        for (int i = ideal; i < Math.min(shown, ideal + REACH); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i + 1;
            }
        }
        return letterAt(Math.min(ideal, shown));
    }

    private int end(int shown, int ideal) {
        int paragraph = text.indexOf('\n', shown);
        if (paragraph >= 0 && paragraph <= ideal) {
            return paragraph;
        }
        if (ideal >= text.length()) {
            return text.length();
        }
        for (int i = ideal; i > Math.max(shown, ideal - REACH); i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return Math.max(shown, letterAt(ideal));
    }

    /** The place, or the one before it where a letter with its marks begins. */
    private int letterAt(int place) {
        int at = place;
        while (at > 0 && !beginsLetter(at)) {
            at--;
        }
        return at;
    }

    private boolean beginsLetter(int at) {
        char letter = text.charAt(at);
        int type = Character.getType(text.codePointAt(at));
        boolean joined = letter == '\u200d' || text.charAt(at - 1) == '\u200d';
        return !Character.isLowSurrogate(letter)
                && !joined
                && type != Character.NON_SPACING_MARK
                && type != Character.COMBINING_SPACING_MARK
                && type != Character.ENCLOSING_MARK;
    }

    private String html(int start, int end) {
        StringBuilder html = new StringBuilder(end - start + LENGTH);
        int at = start;
        for (Mark mark : marks) {
            if (mark.start() < start || mark.end() > end) {
                continue;
            }
            escape(at, mark.start(), html);
            html.append("<mark>");
            escape(mark.start(), mark.end(), html);
            html.append("</mark>");
            at = mark.end();
        }
        escape(at, end, html);
        return html.toString();
    }

    private void escape(int start, int end, StringBuilder into) {
        for (int i = start; i < end; i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '&' -> into.append("&amp;");
                case '<' -> into.append("&lt;");
                case '>' -> into.append("&gt;");
                case '"' -> into.append("&quot;");
                case '\'' -> into.append("&#39;");
                default -> into.append(letter);
            }
        }
    }
}
