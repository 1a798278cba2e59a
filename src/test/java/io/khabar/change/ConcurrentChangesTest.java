package io.khabar.change;

import static io.khabar.fixture.Changes.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Changes;
import io.khabar.fixture.EventStream;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;

/** Readers among writers whose transactions overlap at random, and end in an order of their own. */
@QuarkusTest
class ConcurrentChangesTest {

    private static final int WRITERS = 4;
    private static final int TRANSACTIONS = 3;
    private static final int WRITES = 40;

    @Inject
    DataSource database;

    /** Writes over HTTP: one statement after the other, each a transaction. */
    private static void write(Random random, String source) {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < WRITES; i++) {
            int dice = random.nextInt(10);
            if (paths.isEmpty() || dice < 4) {
                paths.add(Articles.path(Articles.created(source, "published", "20" + (10 + dice))));
            } else if (dice < 8) {
                Api.patch(paths.get(random.nextInt(paths.size())), Json.object("published", "20" + (20 + dice)))
                        .is(200);
            } else {
                Api.delete(paths.remove(random.nextInt(paths.size()))).is(204);
            }
        }
    }

    /** Writes of several sources in transactions that stay open for a while and are given up now and then. */
    private void overlap(Random random, List<String> keys) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < WRITES; i++) {
                int first = random.nextInt(keys.size());
                for (int step = 0; step < 3; step++) {
                    // In one order, so that these do not wait for each other in a circle.
                    int key = Math.min(keys.size() - 1, first + step);
                    statement.execute("update source set version = version + 1 where key = '" + keys.get(key) + "'");
                    statement.execute("select pg_sleep(" + random.nextInt(4) / 1000.0 + ")");
                }
                if (random.nextInt(4) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
            }
            connection.setAutoCommit(true);
        }
    }

    private List<String> everythingBehind(String cursor) throws SQLException {
        ChangePosition start = Objects.requireNonNull(ChangePosition.decode(cursor));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select entity, id, version, kind from change where (transaction, number) > ('"
                                + start.transaction() + "'::xid8, " + start.number()
                                + ") order by transaction, number")) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(String.join(" ", rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
            }
            return all;
        }
    }

    private static String text(JsonNode change) {
        return String.join(
                " ",
                change.path("entity").asText(),
                change.path("id").asText(),
                change.path("version").asText(),
                change.path("kind").asText());
    }

    @RepeatedTest(2)
    void readersMeetEverythingOnceAndInOrder() throws Exception {
        long seed = System.nanoTime();
        Random seeds = new Random(seed);
        String source = Sources.created();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            keys.add(Sources.created());
        }
        Changes reader = Changes.fromNow();
        String start = reader.cursor();
        List<String> read = new ArrayList<>();
        List<String> streamed = new ArrayList<>();
        AtomicInteger writing = new AtomicInteger(WRITERS + TRANSACTIONS);
        Random random = new Random(seeds.nextLong());
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS + TRANSACTIONS);
                EventStream stream = EventStream.open("?after=" + start)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS + TRANSACTIONS; i++) {
                Random own = new Random(seeds.nextLong());
                boolean overlapping = i >= WRITERS;
                writers.add(threads.submit(() -> {
                    try {
                        if (overlapping) {
                            overlap(own, keys);
                        } else {
                            write(own, source);
                        }
                    } finally {
                        writing.decrementAndGet();
                    }
                    return null;
                }));
            }
            while (writing.get() > 0) {
                reader.page(1 + random.nextInt(20)).forEach(change -> read.add(text(change)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            List<String> all = everythingBehind(start);
            eventually(() -> {
                reader.page(1 + random.nextInt(20)).forEach(change -> read.add(text(change)));
                return read.size() >= all.size();
            });
            assertEquals(all, read, () -> "seed " + seed);
            for (int i = 0; i < all.size(); i++) {
                streamed.add(text(Json.tree(stream.next().data())));
            }
            assertEquals(all, streamed, () -> "seed " + seed);
            versionsFollowEachOther(all);
        }
    }

    /** Of one thing: creation first, then each version once and in turn, and nothing behind its end. */
    private static void versionsFollowEachOther(List<String> all) throws IOException {
        Map<String, Integer> last = new HashMap<>();
        Set<String> gone = new HashSet<>();
        for (String change : all) {
            String[] parts = change.split(" ", 4);
            int version = Integer.parseInt(parts[2]);
            assertTrue(!gone.contains(parts[1]), change);
            Integer before = last.put(parts[1], version);
            switch (parts[3]) {
                case "created" -> assertEquals(null, before, change);
                case "updated" -> assertTrue(before == null || version == before + 1, change + " after " + before);
                default -> {
                    assertEquals(before, version, change);
                    gone.add(parts[1]);
                }
            }
        }
    }
}
