package io.khabar.ops;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Where the service starts: a look at its configuration, the database if it is ours to run, then everything else. */
@QuarkusMain
public final class Khabar {

    private static final Logger LOG = Logger.getLogger(Khabar.class);

    /** Longer than {@code quarkus.shutdown.timeout}: the database outlives the last request. */
    private static final long STOP_SECONDS = 60;

    Khabar() {}

    /**
     * Runs the service until it is told to stop. A configuration that it cannot run with ends the process with code 1
     * and one message that lists everything found.
     *
     * @param arguments passed on to Quarkus
     */
    public static void main(String... arguments) {
        // Quarkus would answer a malformed address with a bare 400 before anything of ours is asked, and parse each
        // address for it. The front (io.khabar.http.Front) checks more strictly and answers with a problem.
        System.setProperty("vertx.disableURIValidation", "true");
        try {
            Config config = ConfigProvider.getConfig();
            if (isRestartInDevMode(config)) {
                Quarkus.run(arguments);
                return;
            }
            DataFolder folder = StartupChecks.pass(config);
            if (folder != null) {
                EmbeddedDatabase database = EmbeddedDatabase.start(folder);
                runEmbedded(database);
                if (LaunchMode.current() == LaunchMode.NORMAL) {
                    database.onUnexpectedEnd(Khabar::endWithoutDatabase);
                }
            }
        } catch (StartupRefused | IOException e) {
            // Before logging is set up, and for a person to read: plainly on the console.
            System.err.println(e.getMessage());
            System.exit(1);
        }
        Quarkus.run(arguments);
    }

    /**
     * Points the data source to the database, and stops that at the end.
     *
     * <p>There the order matters: requests finish, the pool closes, then the server stops. Shutdown hooks run all at
     * once, so ours waits for the moment when Quarkus would leave the process.
     */
    private static void runEmbedded(EmbeddedDatabase database) {
        database.configuration().forEach(System::setProperty);
        System.setProperty(SampleData.EMBEDDED, "true");
        CountDownLatch stopped = new CountDownLatch(1);
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            ApplicationLifecycleManager.setDefaultExitCodeHandler(code -> {
                stopped.countDown();
                System.exit(code);
            });
        } else {
            stopped.countDown();
        }
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("database-stop").unstarted(() -> {
                    try {
                        // Late or not, the server must not outlive this process.
                        boolean inTime = stopped.await(STOP_SECONDS, TimeUnit.SECONDS);
                        database.close();
                        if (!inTime) {
                            System.err.println("Requests were still running when the database stopped.");
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (IOException e) {
                        System.err.println(e.getMessage());
                    }
                }));
    }

    /** Without its database the service is of no use; who supervises it starts both again. */
    private static void endWithoutDatabase() {
        LOG.error(
                "The embedded database server has ended by itself. The service ends too, with code 1: start it again.");
        Quarkus.asyncExit(1);
    }

    /** Dev mode calls main again at each reload, in the same process: the server and its properties are still there. */
    private static boolean isRestartInDevMode(Config config) {
        return LaunchMode.current() == LaunchMode.DEVELOPMENT
                && System.getProperty(ExternalDatabase.URL) != null
                && config.getOptionalValue(ExternalDatabase.URL, String.class).isPresent();
    }
}
