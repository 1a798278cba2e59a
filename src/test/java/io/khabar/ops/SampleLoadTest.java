package io.khabar.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.fixture.Api;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sample comes whole or not at all, and once, whoever else starts at the same time. */
@QuarkusTest
@TestProfile(SampleLoadTest.OnADatabaseOfItsOwn.class)
class SampleLoadTest {

    /** A service that is to load the sample, on an empty database that no other test sees. */
    public static final class OnADatabaseOfItsOwn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("khabar.sample", "true");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(EmptyDatabase.class));
        }
    }

    /** An embedded server in a folder that it leaves to {@code mvn clean}. */
    public static final class EmptyDatabase implements QuarkusTestResourceLifecycleManager {

        private @Nullable EmbeddedDatabase database;

        /** Behind the database that all tests share: what comes last counts. */
        @Override
        public int order() {
            return 1;
        }

        @Override
        public Map<String, String> start() {
            try {
                database = EmbeddedDatabase.start(Files.createTempDirectory(Path.of("target"), "sample-"));
                return database.configuration();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void stop() {
            try {
                if (database != null) {
                    database.close();
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    @Inject
    DataSource database;

    @Inject
    SampleData sample;

    private int sources;
    private int articles;

    @BeforeEach
    void countWhatIsInTheFiles() throws IOException {
        sources = read("sources");
        articles = read("articles");
    }

    private static int read(String name) throws IOException {
        try (InputStream json = SampleLoadTest.class.getResourceAsStream("/sample/" + name + ".json")) {
            return new ObjectMapper().readTree(json).size();
        }
    }

    @AfterEach
    void comesWholeNow() throws Exception {
        run("drop trigger if exists broken on article");
        run("truncate source, article cascade");
        sample.load(new StartupEvent());
        assertEquals(List.of(sources, articles), List.of(count("source"), count("article")));
    }

    @Test
    void isThereWhenTheServiceListens() {
        assertEquals(
                articles,
                Api.get("/v1/articles?count=exact")
                        .is(200)
                        .json()
                        .at("/total/value")
                        .asInt());
        assertEquals(
                sources,
                Api.get("/v1/sources?count=exact")
                        .is(200)
                        .json()
                        .at("/total/value")
                        .asInt());
        assertTrue(Api.get("/v1/dates?origin=given&role=mentioned&count=exact")
                        .json()
                        .at("/total/value")
                        .asInt()
                > 20);
    }

    @Test
    void hasNoArticleThatIsOlderThanItsSource() throws SQLException {
        assertEquals(
                0,
                number("select count(*) from article a join source s on s.id = a.source_id"
                        + " where a.created_at < s.created_at"));
    }

    @Test
    void leavesNothingBehindThatAnEndBeforeItsTimeWouldKeepHalf() throws Exception {
        run("truncate source, article cascade");
        run("create or replace function broken() returns trigger language plpgsql as"
                + " $$ begin if (select count(*) from article) > 5 then raise exception 'as if killed'; end if;"
                + " return new; end $$");
        run("create trigger broken before insert on article for each row execute function broken()");
        assertThrows(RuntimeException.class, () -> sample.load(new StartupEvent()));
        assertEquals(List.of(0, 0), List.of(count("source"), count("article")));
    }

    @Test
    void isLoadedOnceByTwoServicesThatStartTogether() throws Exception {
        run("truncate source, article cascade");
        List<CompletableFuture<Void>> starts = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Both may still see that nothing is there, and neither may write.
            statement.execute("lock table source in share row exclusive mode");
            for (int i = 0; i < 2; i++) {
                starts.add(CompletableFuture.runAsync(this::load, Thread::startVirtualThread));
            }
            awaitTwoThatWait();
            connection.rollback();
        }
        for (CompletableFuture<Void> start : starts) {
            start.get(1, TimeUnit.MINUTES);
        }
        assertEquals(List.of(sources, articles), List.of(count("source"), count("article")));
    }

    private void load() {
        try {
            sample.load(new StartupEvent());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void awaitTwoThatWait() throws SQLException {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") < 2) {
            assertTrue(System.nanoTime() < deadline, "they do not wait");
            LockSupport.parkNanos(1_000_000);
        }
    }

    private int count(String table) throws SQLException {
        return number("select count(*) from " + table);
    }

    private int number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getInt(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
