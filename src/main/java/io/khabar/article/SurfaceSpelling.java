package io.khabar.article;

import io.khabar.list.Lists;
import io.khabar.list.Sql;
import io.khabar.search.text.Readings;
import io.khabar.search.text.Token;
import io.khabar.search.text.Words;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Writes words as texts do: the index knows them folded alone, without case, hamza and marks. */
@Singleton
class SurfaceSpelling {

    private static final String TEXTS = "select concat_ws(' ', title, lead, array_to_string(keywords, ' '),"
            + " array_to_string(author_names, ' '), left(body, ?)) from article where id = any(?)";

    /** Of a body. */
    private static final int BEGINNING = 20_000;

    private final Lists lists;

    SurfaceSpelling(Lists lists) {
        this.lists = lists;
    }

    /**
     * A query in which each word that was put in is written as it is most often.
     *
     * @param corrected with words as the index has them
     * @param before what it was made of
     * @param articles in whose texts the words are
     */
    String of(String corrected, String before, List<UUID> articles) {
        Set<String> put = new HashSet<>(Readings.words(corrected));
        Readings.words(before).forEach(put::remove);
        Map<String, Map<String, Integer>> written = new HashMap<>();
        lists.read(new Sql().add(TEXTS, BEGINNING, articles), row -> {
            String text = row.getString(1);
            for (Token word : Words.of(text)) {
                if (put.contains(word.term())) {
                    written.computeIfAbsent(word.term(), _ -> new HashMap<>())
                            .merge(text.substring(word.start(), word.end()), 1, Integer::sum);
                }
            }
            return text;
        });
        StringBuilder spelt = new StringBuilder();
        int copied = 0;
        for (Token word : Words.of(corrected)) {
            Map<String, Integer> ways = written.get(word.term());
            if (ways != null && word.start() >= copied) {
                spelt.append(corrected, copied, word.start()).append(commonest(ways));
                copied = word.end();
            }
        }
        return spelt.append(corrected, copied, corrected.length()).toString();
    }

    private static String commonest(Map<String, Integer> ways) {
        return ways.entrySet().stream()
                .min(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }
}
