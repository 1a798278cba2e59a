package io.khabar.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Words and phrases of a language, each with the classes it belongs to and its value in each. */
final class Lexicon {

    /** A word class and the value that a form has in it. */
    record Entry(int type, int value) {}

    /** What the phrases that begin with the same words go on with. */
    record Node(Map<String, Node> next, List<Entry> entries) {
        Node() {
            this(new HashMap<>(4), new ArrayList<>(2));
        }
    }

    private final Map<String, Integer> types = new ConcurrentHashMap<>();
    private final Node root = new Node();
    private final Set<String> words = new HashSet<>();

    /**
     * The number of a word class; classes are numbered as they are first named. That may be while texts are tagged, of a
     * language that has no words of the class, by several threads at once.
     */
    int type(String name) {
        Integer known = types.get(name);
        return known == null ? newType(name) : known;
    }

    private synchronized int newType(String name) {
        Integer known = types.putIfAbsent(name, types.size());
        return known == null ? types.size() - 1 : known;
    }

    /** Adds a word or phrase to a class. */
    void add(String type, int value, String form) {
        Node node = root;
        for (Token token : new Tokenizer(Set.of(), "").tokens(form)) {
            node = node.next().computeIfAbsent(token.folded(), _ -> new Node());
            words.add(token.folded());
        }
        Entry entry = new Entry(type(type), value);
        if (!node.entries().contains(entry)) {
            node.entries().add(entry);
        }
    }

    Node root() {
        return root;
    }

    /** The folded words of all forms. */
    Set<String> words() {
        return words;
    }
}
