package io.khabar.access;

import io.khabar.http.Ids;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The keys in the database. Plain JDBC: it is asked outside of any request's persistence context. */
@Singleton
class ApiKeyRepository {

    private final DataSource database;
    private final Ids ids;
    private final Clock clock;

    ApiKeyRepository(DataSource database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** Every key that has not been revoked. */
    List<ApiKey> all() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select id, name, hash, role, expires_at from api_key where revoked_at is null")) {
            List<ApiKey> keys = new ArrayList<>();
            while (rows.next()) {
                OffsetDateTime expiresAt = rows.getObject("expires_at", OffsetDateTime.class);
                keys.add(new ApiKey(
                        rows.getObject("id", UUID.class),
                        rows.getString("name"),
                        new KeyHash(rows.getBytes("hash")),
                        Role.of(rows.getString("role")),
                        expiresAt == null ? null : expiresAt.toInstant()));
            }
            return keys;
        }
    }

    /** Makes a key from the settings the only valid one of this origin. Without effect if it is that already. */
    void putConfigured(String key) throws SQLException {
        inTransaction(connection -> {
            KeyHash hash = KeyHash.of(key);
            try (PreparedStatement revoke = connection.prepareStatement("update api_key set revoked_at = ?"
                    + " where origin = 'configured' and hash <> ? and revoked_at is null")) {
                revoke.setObject(1, now());
                revoke.setBytes(2, hash.bytes());
                revoke.executeUpdate();
            }
            // One that was there before, under whatever role, is what the settings say it is.
            insert(
                    connection,
                    "configured",
                    "From the settings",
                    hash,
                    " on conflict (hash) do update set origin = 'configured', role = 'admin', expires_at = null,"
                            + " revoked_at = null");
            return Optional.empty();
        });
    }

    /**
     * Makes the first key if there never was one.
     *
     * @return the key, to be shown once; empty if there is or was one
     */
    Optional<String> generateFirst() throws SQLException {
        return inTransaction(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet any = statement.executeQuery("select 1 from api_key limit 1")) {
                if (any.next()) {
                    return Optional.empty();
                }
            }
            String key = ApiKey.generate();
            insert(connection, "generated", "Made at the first start", KeyHash.of(key), "");
            return Optional.of(key);
        });
    }

    private void insert(Connection connection, String origin, String name, KeyHash hash, String onConflict)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into api_key (id, origin, name, hash, role, created_at)"
                        + " values (?, ?, ?, ?, 'admin', ?)" + onConflict)) {
            insert.setObject(1, ids.next());
            insert.setString(2, origin);
            insert.setString(3, name);
            insert.setBytes(4, hash.bytes());
            insert.setObject(5, now());
            insert.executeUpdate();
        }
    }

    private OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }

    private Optional<String> inTransaction(Work work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement lock = connection.createStatement()) {
                // Two instances that start at once must not both make the first key.
                lock.execute("lock table api_key in share row exclusive mode");
                Optional<String> result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private interface Work {
        Optional<String> in(Connection connection) throws SQLException;
    }
}
