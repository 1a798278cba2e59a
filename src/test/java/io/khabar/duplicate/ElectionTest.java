package io.khabar.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ElectionTest {

    private static Story story(int id, @Nullable Long published, String text) {
        return new Story(new Seniority(published, id, new UUID(0, id)), Fingerprint.of(null, text));
    }

    private static UUID id(int id) {
        return new UUID(0, id);
    }

    @Test
    void theEarliestLeads() {
        String text = Stories.text(1, 60);
        Election election = Election.of(
                List.of(story(1, null, text), story(2, 20L, text), story(3, 10L, Stories.edited(text, 3, 1))),
                List.of());
        assertEquals(Map.of(id(1), id(3), id(2), id(3), id(3), id(3)), election.leaders());
        assertEquals(Map.of(), election.unseated());
    }

    @Test
    void whatIsPublishedComesBeforeWhatIsNotThenWhatIsStoredFirstThenTheId() {
        List<Seniority> expected = List.of(
                new Seniority(-5L, 9, id(9)),
                new Seniority(1L, 2, id(8)),
                new Seniority(1L, 3, id(2)),
                new Seniority(1L, 3, new UUID(-1, 0)),
                new Seniority(null, 1, id(1)),
                new Seniority(null, 2, id(0)));
        List<Seniority> shuffled = new ArrayList<>(expected);
        Collections.shuffle(shuffled, new Random(1));
        Collections.sort(shuffled);
        assertEquals(expected, shuffled);
    }

    @Test
    void aCopyOfACopyIsNoneOfTheFirst() {
        String first = Stories.text(1, 60);
        String middle = Stories.edited(first, 10, 1);
        String last = Stories.endingOtherwise(middle, 10, 2);
        Story a = story(1, 1L, first);
        Story b = story(2, 2L, middle);
        Story c = story(3, 3L, last);
        assertTrue(a.fingerprint().isLike(b.fingerprint()) && b.fingerprint().isLike(c.fingerprint()));
        assertFalse(a.fingerprint().isLike(c.fingerprint()));
        Election election = Election.of(List.of(a, b, c), List.of());
        assertEquals(Map.of(id(1), id(1), id(2), id(1), id(3), id(3)), election.leaders());
    }

    @Test
    void anEarlierOneUnseatsALeader() {
        String text = Stories.text(1, 60);
        Election election = Election.of(List.of(story(1, 1L, text)), List.of(story(2, 2L, text)));
        assertEquals(Map.of(id(1), id(1)), election.leaders());
        assertEquals(Map.of(id(2), id(1)), election.unseated());
        assertEquals(
                Map.of(id(3), id(2)),
                Election.of(List.of(story(3, 3L, text)), List.of(story(2, 2L, text)))
                        .leaders());
    }

    @Property(tries = 100)
    void everyoneFollowsAnEarlierLeaderThatIsACopyAndLeadersAreNoCopiesOfEachOther(@ForAll Random random) {
        List<Story> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String text = Stories.edited(Stories.text(random.nextInt(4), 50), random.nextInt(40), random.nextInt(4));
            all.add(story(i, random.nextInt(5) == 0 ? null : Long.valueOf(random.nextInt(20)), text));
        }
        List<Story> free = all.subList(0, 30);
        // Leaders may be copies of each other no more than others.
        List<Story> seated = new ArrayList<>();
        for (Story one : all.subList(30, 40)) {
            if (seated.stream().noneMatch(one::isCopyOf)) {
                seated.add(one);
            }
        }
        Election election = Election.of(free, seated);
        List<Story> leaders = new ArrayList<>();
        for (Story one : free) {
            UUID id = election.leaders().get(one.id());
            Story leader = all.stream()
                    .filter(other -> other.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertTrue(leader.equals(one) || (leader.isBefore(one) && leader.isCopyOf(one)));
            assertFalse(election.unseated().containsKey(leader.id()));
            if (leader.equals(one)) {
                leaders.add(one);
            }
        }
        seated.stream()
                .filter(one -> !election.unseated().containsKey(one.id()))
                .forEach(leaders::add);
        for (Story one : leaders) {
            for (Story other : leaders) {
                assertFalse(!one.equals(other) && one.isCopyOf(other));
            }
        }
    }
}
