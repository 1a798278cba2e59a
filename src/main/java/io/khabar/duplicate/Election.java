package io.khabar.duplicate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Says of each article whom it follows: one after the other, the earliest first, each goes to the earliest leader that it
 * is a copy of, and leads where there is none.
 *
 * @param leaders of each free article its leader; itself where it leads
 * @param unseated leaders that were there and are copies of an earlier article that leads now: by which one
 */
record Election(Map<UUID, UUID> leaders, Map<UUID, UUID> unseated) {

    /**
     * Elects.
     *
     * @param free articles that follow nobody, and are to lead or to follow
     * @param seated articles that lead already, as far as they may be like the free ones
     */
    static Election of(Collection<Story> free, Collection<Story> seated) {
        Map<Integer, List<Story>> byBand = new HashMap<>();
        seated.forEach(leader -> seat(leader, byBand));
        Map<UUID, UUID> leaders = new LinkedHashMap<>();
        Map<UUID, UUID> unseated = new LinkedHashMap<>();
        for (Story one :
                free.stream().sorted(Comparator.comparing(Story::seniority)).toList()) {
            List<Story> copies = met(one, byBand).stream()
                    .filter(leader -> !unseated.containsKey(leader.id()))
                    .filter(leader -> one.fingerprint().isLike(leader.fingerprint()))
                    .sorted(Comparator.comparing(Story::seniority))
                    .toList();
            if (!copies.isEmpty() && copies.getFirst().isBefore(one)) {
                leaders.put(one.id(), copies.getFirst().id());
            } else {
                leaders.put(one.id(), one.id());
                copies.forEach(later -> unseated.put(later.id(), one.id()));
                seat(one, byBand);
            }
        }
        return new Election(leaders, unseated);
    }

    private static void seat(Story leader, Map<Integer, List<Story>> byBand) {
        leader.fingerprint().bands().forEach(band -> byBand.computeIfAbsent(band, _ -> new ArrayList<>(1))
                .add(leader));
    }

    private static Set<Story> met(Story one, Map<Integer, List<Story>> byBand) {
        Set<Story> met = new LinkedHashSet<>();
        one.fingerprint().bands().forEach(band -> met.addAll(byBand.getOrDefault(band, List.of())));
        return met;
    }
}
