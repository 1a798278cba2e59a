package io.khabar.ops;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * A process of its own with an embedded server, for tests that kill it: inserts numbers one by one, for ever, and prints
 * each when the database has acknowledged it.
 */
final class EmbeddedServerProcess {

    private EmbeddedServerProcess() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream acknowledged = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]));
                Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists written (number integer primary key)");
            for (int number = 1; ; number++) {
                statement.execute("insert into written values (" + number + ")");
                acknowledged.println(number);
            }
        }
    }

    static Connection connect(EmbeddedDatabase database) throws SQLException {
        Map<String, String> configuration = database.configuration();
        return DriverManager.getConnection(
                configuration.get("quarkus.datasource.jdbc.url"),
                configuration.get("quarkus.datasource.username"),
                configuration.get("quarkus.datasource.password"));
    }

    /** Starts this class in a JVM of its own. */
    static Process launch(Path dataDir) throws IOException {
        return new ProcessBuilder(command(dataDir))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The command that runs this class. */
    static List<String> command(Path dataDir) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                EmbeddedServerProcess.class.getName(),
                dataDir.toString());
    }
}
