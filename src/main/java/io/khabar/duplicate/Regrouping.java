package io.khabar.duplicate;

import io.khabar.duplicate.FingerprintRepository.Found;
import io.khabar.duplicate.FingerprintRepository.Known;
import io.khabar.duplicate.GroupRepository.Group;
import io.khabar.http.Ids;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts articles that were written into their groups; of one use, in one transaction.
 *
 * <p>Articles that are new, or have another text or date, are free: they leave their groups, and where they led one, all
 * of it is free. Then there is an {@link Election}. Leaders that it unseats are freed with their groups in turn, and it is
 * held again, until it unseats none. Free articles are only ever more and earlier leaders fewer, so that it ends.
 *
 * <p>Groups of more than {@value #LARGE} are not taken apart, or whoever writes one text again and again with earlier and
 * earlier dates would have all of it compared each time: they are handed on as they are, to the next eldest where the
 * leader leaves, to the new leader where it is unseated.
 */
final class Regrouping {

    /** Larger groups are handed on whole. */
    static final int LARGE = 100;

    private final FingerprintRepository fingerprints;
    private final GroupRepository stored;
    private final Ids ids;

    private final Map<UUID, Story> free = new LinkedHashMap<>();
    private final Set<UUID> gone = new HashSet<>();
    /** Who leads, as far as free ones may be like them, each with its group; null where it is alone. */
    private final Map<UUID, @Nullable UUID> seated = new HashMap<>();
    /** All that were read and do not leave their place. */
    private final Map<UUID, Story> stories = new HashMap<>();
    /** Groups that lose or win somebody, each with its new leader; null where that stays. */
    private final Map<UUID, @Nullable UUID> groups = new LinkedHashMap<>();
    /** The groups that free articles led. */
    private final Map<UUID, UUID> led = new HashMap<>();
    /** Who leads a large group in place of one that leaves, each with whether it was read as it is now. */
    private final Map<UUID, Boolean> heirs = new HashMap<>();

    private Regrouping(FingerprintRepository fingerprints, GroupRepository stored, Ids ids) {
        this.fingerprints = fingerprints;
        this.stored = stored;
        this.ids = ids;
    }

    /** Brings groups in line with some articles as they are now, which may be gone, or be as they were. */
    static void of(Collection<UUID> written, FingerprintRepository fingerprints, GroupRepository groups, Ids ids) {
        new Regrouping(fingerprints, groups, ids).run(written);
    }

    private void run(Collection<UUID> written) {
        Map<UUID, Known> known = fingerprints.known(written);
        Map<UUID, Story> now = fingerprints.stories(written);
        for (UUID id : written) {
            Known before = known.get(id);
            Story story = now.get(id);
            if (story == null && before != null) {
                gone.add(id);
            } else if (story != null && (before == null || !before.isOf(story))) {
                free.put(id, story);
            }
        }
        if (free.isEmpty() && gone.isEmpty()) {
            return;
        }
        leave(known);
        write(elect());
    }

    private void leave(Map<UUID, Known> known) {
        Set<UUID> left = new HashSet<>();
        known.forEach((id, before) -> {
            UUID group = before.group();
            if (group != null && (gone.contains(id) || free.containsKey(id))) {
                left.add(group);
            }
        });
        for (Group group : stored.groups(left).values()) {
            groups.putIfAbsent(group.id(), null);
            boolean headless = gone.contains(group.leader()) || free.containsKey(group.leader());
            if (headless && group.articles() <= LARGE) {
                led.put(group.leader(), group.id());
                free(fingerprints.members(group.id()));
            } else if (headless) {
                inherit(group.id());
            }
        }
    }

    /**
     * Hands a large group on to the eldest that is still there and still what the others were found to be like; the group
     * ends where nobody is there.
     *
     * <p>One that was edited meanwhile is passed by: its entry in the log is yet to come, and lets it leave. Where all that
     * are looked at were, the eldest leads until that entry comes, so that a whole group that is edited at once is not read
     * at once.
     */
    private void inherit(UUID group) {
        while (true) {
            List<UUID> eldest = fingerprints.eldest(group, LARGE + free.size() + gone.size()).stream()
                    .filter(id -> !free.containsKey(id) && !gone.contains(id))
                    .limit(LARGE)
                    .toList();
            if (eldest.isEmpty()) {
                fingerprints.members(group).stream()
                        .filter(id -> !free.containsKey(id))
                        .forEach(gone::add);
                return;
            }
            Map<UUID, Known> known = fingerprints.known(eldest);
            Story first = null;
            for (UUID id : eldest) {
                Story story = fingerprints.stories(List.of(id)).get(id);
                Known before = known.get(id);
                if (story != null && before != null && before.isOf(story)) {
                    inherit(group, story, true);
                    return;
                }
                first = first == null ? story : first;
            }
            if (first != null) {
                inherit(group, first, false);
                return;
            }
            // All of them went in this very moment: others are the eldest now.
        }
    }

    private void inherit(UUID group, Story heir, boolean asKnown) {
        heirs.put(heir.id(), asKnown);
        stories.put(heir.id(), heir);
        seated.put(heir.id(), group);
        groups.put(group, heir.id());
    }

    private void free(Collection<UUID> members) {
        List<UUID> unread = members.stream()
                .filter(id -> !free.containsKey(id) && !gone.contains(id))
                .toList();
        Map<UUID, Story> now = fingerprints.stories(unread);
        for (UUID id : unread) {
            Story story = now.get(id);
            if (story == null) {
                gone.add(id);
            } else {
                free.put(id, story);
            }
        }
    }

    private Election elect() {
        Set<UUID> asked = new HashSet<>();
        while (true) {
            List<Story> newly = free.values().stream()
                    .filter(story -> asked.add(story.id()))
                    .toList();
            seated.putAll(fingerprints.candidates(newly));
            seated.keySet().removeAll(free.keySet());
            seated.keySet().removeAll(gone);
            List<UUID> unread = seated.keySet().stream()
                    .filter(id -> !stories.containsKey(id))
                    .toList();
            stories.putAll(fingerprints.stories(unread));
            // Whose article is gone by now leads nobody; the log will say so.
            seated.keySet().retainAll(stories.keySet());
            Election election = Election.of(
                    free.values(),
                    seated.keySet().stream()
                            .map(id -> Objects.requireNonNull(stories.get(id)))
                            .toList());
            if (!unseat(election.unseated().keySet())) {
                return election;
            }
        }
    }

    /** Frees leaders with their groups, but not large ones; whether there was anything to free. */
    private boolean unseat(Set<UUID> leaders) {
        Map<UUID, UUID> theirs = new HashMap<>();
        for (UUID leader : leaders) {
            UUID group = seated.get(leader);
            if (group != null) {
                theirs.put(leader, group);
            }
        }
        Map<UUID, Group> sizes = stored.groups(theirs.values());
        boolean any = false;
        for (UUID leader : leaders) {
            UUID group = theirs.get(leader);
            if (group == null) {
                free(List.of(leader));
                any = true;
            } else if (!isLarge(sizes.get(group))) {
                groups.put(group, null);
                led.put(leader, group);
                free(fingerprints.members(group));
                any = true;
            }
        }
        return any;
    }

    private static boolean isLarge(@Nullable Group group) {
        return group != null && group.articles() > LARGE;
    }

    private void write(Election election) {
        Map<UUID, UUID> led = led(election);
        Map<UUID, @Nullable UUID> duplicates = new HashMap<>();
        Map<UUID, Found> found = new LinkedHashMap<>();
        heirs.forEach((heir, asKnown) -> {
            Found as = Found.of(Objects.requireNonNull(stories.get(heir)), seated.get(heir), true);
            duplicates.put(heir, null);
            found.put(heir, asKnown ? as : as.toBeFreed());
        });
        election.leaders().forEach((id, leader) -> {
            UUID group = led.get(leader);
            boolean leads = id.equals(leader);
            duplicates.put(id, leads ? null : group);
            found.put(id, Found.of(Objects.requireNonNull(free.get(id)), group, leads));
        });
        election.unseated().forEach((old, by) -> {
            UUID group = seated.get(old);
            if (group != null && group.equals(led.get(by))) {
                duplicates.put(old, group);
                found.put(old, Found.of(Objects.requireNonNull(stories.get(old)), group, false));
            }
        });
        fingerprints.forget(gone);
        fingerprints.write(found.values());
        led.forEach((leader, group) -> {
            if (!free.containsKey(leader) && seated.get(leader) == null) {
                fingerprints.found(leader, group);
            }
        });
        if (!groups.isEmpty()) {
            stored.settle(groups);
        }
        stored.tell(duplicates);
    }

    /** The groups of those who have somebody behind them. */
    private Map<UUID, UUID> led(Election election) {
        Map<UUID, UUID> groupsOf = new LinkedHashMap<>();
        // A large group is taken over by one who leads no other yet; a second one stays with its leader.
        election.unseated().forEach((old, by) -> {
            UUID group = seated.get(old);
            if (group != null && groupsOf.putIfAbsent(by, group) == null) {
                groups.put(group, by);
            }
        });
        election.leaders().forEach((id, leader) -> {
            if (!id.equals(leader) && !groupsOf.containsKey(leader)) {
                UUID group = free.containsKey(leader) ? led.get(leader) : seated.get(leader);
                boolean begun = group == null;
                UUID known = group == null ? ids.next() : group;
                groupsOf.put(leader, known);
                groups.merge(known, leader, (_, now) -> now);
                if (begun) {
                    groups.put(known, leader);
                }
            }
        });
        return groupsOf;
    }
}
