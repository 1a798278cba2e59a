package io.khabar.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.fixture.FreshSchema;
import io.khabar.fixture.SettableClock;
import io.khabar.http.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class KeysTest {

    private static final String ONE = "khb_one-000000000000000000";
    private static final String TWO = "khb_two-000000000000000000";

    @Inject
    Ids ids;

    @Inject
    AccessSettings settings;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T04:00:00Z"));

    private FreshSchema schema;
    private ApiKeyRepository keys;
    private KnownKeys known;

    @BeforeEach
    void makeTables() throws Exception {
        schema = new FreshSchema("V002__api_keys.sql");
        keys = new ApiKeyRepository(schema.dataSource(), ids, clock);
        known = new KnownKeys(keys, clock, Duration.ofSeconds(30));
    }

    @AfterEach
    void dropTables() throws SQLException {
        schema.close();
    }

    private boolean isValid(String key) throws Exception {
        return known.find(KeyHash.of(key)).get().isPresent();
    }

    /** What is printed when the service starts. */
    private String start(Optional<String> configured) throws SQLException {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        new FirstKey(settings, keys).ensure(configured, new PrintStream(console, true, StandardCharsets.UTF_8));
        return console.toString(StandardCharsets.UTF_8);
    }

    @Test
    void makesAKeyAtTheFirstStartAndPrintsItOnce() throws Exception {
        Matcher printed = Pattern.compile("khb_[A-Za-z0-9_-]{43}").matcher(start(Optional.empty()));
        assertTrue(printed.find());
        assertTrue(isValid(printed.group()));
        assertEquals(Role.ADMIN, keys.all().getFirst().role());
        assertEquals("", start(Optional.empty()));
        assertEquals(1, keys.all().size());
    }

    @Test
    void makesNoKeyWhereEveryKeyWasRevoked() throws Exception {
        start(Optional.of(ONE));
        schema.run("update api_key set revoked_at = now()");
        assertEquals("", start(Optional.empty()));
        assertEquals(List.of(), keys.all());
    }

    @Test
    void takesTheConfiguredKeyAndPrintsNothing() throws Exception {
        assertEquals("", start(Optional.of(ONE)));
        assertTrue(isValid(ONE));
        assertFalse(isValid(TWO));
    }

    @Test
    void revokesTheConfiguredKeyBefore() throws Exception {
        start(Optional.of(ONE));
        start(Optional.of(TWO));
        assertFalse(isValid(ONE));
        assertTrue(isValid(TWO));
        assertEquals(1, keys.all().size());
    }

    @Test
    void takesAConfiguredKeyBackIntoForce() throws Exception {
        start(Optional.of(ONE));
        start(Optional.of(TWO));
        start(Optional.of(ONE));
        assertTrue(isValid(ONE));
        assertFalse(isValid(TWO));
    }

    @Test
    void keepsOtherKeysWhenTheConfiguredOneChanges() throws Exception {
        Matcher printed = Pattern.compile("khb_[A-Za-z0-9_-]{43}").matcher(start(Optional.empty()));
        assertTrue(printed.find());
        start(Optional.of(ONE));
        start(Optional.of(TWO));
        assertTrue(isValid(printed.group()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "khb_00000000000000000000000 with space", "khb_ünicode0000000000000000000"})
    void refusesAConfiguredKeyThatIsWeakOrCannotBeSent(String key) throws SQLException {
        IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> start(Optional.of(key)));
        assertFalse(String.valueOf(refusal.getMessage()).contains(key), "the message repeats the key");
        assertEquals(List.of(), keys.all());
    }

    @Test
    void storesNoKey() throws SQLException {
        start(Optional.of(ONE));
        assertThrows(
                SQLException.class,
                () -> schema.run("do $$ begin if not exists (select from api_key k where k::text like '%" + ONE
                        + "%') then raise exception 'not found'; end if; end $$"));
    }

    @Test
    void forgetsARevokedKeyWithinTheDelay() throws Exception {
        start(Optional.of(ONE));
        assertTrue(isValid(ONE));
        schema.run("update api_key set revoked_at = now()");
        clock.advance(Duration.ofSeconds(29));
        assertTrue(isValid(ONE));
        clock.advance(Duration.ofSeconds(1));
        assertFalse(isValid(ONE));
    }

    @Test
    void learnsOfANewKeyWithinASecond() throws Exception {
        start(Optional.of(ONE));
        assertFalse(isValid(TWO));
        schema.run("insert into api_key (id, name, hash, role, origin, created_at) values (gen_random_uuid(), 'x',"
                + " sha256('" + TWO + "'), 'reader', 'issued', now())");
        clock.advance(Duration.ofMillis(999));
        assertFalse(isValid(TWO));
        clock.advance(Duration.ofMillis(1));
        assertTrue(isValid(TWO));
    }

    @Test
    void takesNoKeyAfterItsEnd() throws Exception {
        start(Optional.of(ONE));
        schema.run("update api_key set expires_at = '2026-11-24T04:00:10Z'");
        assertTrue(isValid(ONE));
        clock.advance(Duration.ofSeconds(10));
        assertFalse(isValid(ONE));
    }

    @Test
    void asksTheDatabaseOnceASecondHoweverManyWrongKeysCome() throws Exception {
        assertFalse(isValid(ONE));
        // Whoever asked it now would fail.
        schema.run("alter table api_key rename to away");
        for (int i = 0; i < 1_000; i++) {
            assertFalse(isValid("khb_wrong-00000000000000000-" + i));
        }
        clock.advance(Duration.ofSeconds(1));
        ExecutionException failure = assertThrows(ExecutionException.class, () -> isValid(ONE));
        assertTrue(failure.getCause() instanceof SQLException);
        schema.run("alter table away rename to api_key");
        assertFalse(isValid(ONE));
    }

    @Test
    void makesKeysThatDifferAndAreAccepted() {
        String key = ApiKey.generate();
        assertTrue(key.matches("khb_[A-Za-z0-9_-]{43}"));
        assertTrue(ApiKey.isPossible(key));
        assertFalse(key.equals(ApiKey.generate()));
    }
}
