package io.khabar.ops;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where the service starts: the database first, if it is ours to run, then everything else. */
@QuarkusMain
public final class Khabar {

    private static final String DATABASE_URL = "quarkus.datasource.jdbc.url";

    private Khabar() {}

    /**
     * Runs the service until it is told to stop.
     *
     * @param arguments passed on to Quarkus
     */
    public static void main(String... arguments) {
        try {
            Config config = ConfigProvider.getConfig();
            if (config.getOptionalValue(DATABASE_URL, String.class).isEmpty()) {
                runEmbedded(Path.of(config.getOptionalValue(DataFolder.SETTING, String.class)
                        .orElse("data")));
            }
        } catch (StartupRefused refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("Khabar does not start: " + e.getMessage());
            System.exit(1);
        }
        Quarkus.run(arguments);
    }

    /**
     * Starts the database and points the data source to it.
     *
     * <p>At the end the order matters: requests finish, the pool closes, then the server stops. Shutdown hooks run all
     * at once, so ours waits for the moment when Quarkus would leave the process.
     */
    private static void runEmbedded(Path dataDir) throws IOException {
        EmbeddedDatabase database = EmbeddedDatabase.start(dataDir);
        database.configuration().forEach(System::setProperty);
        CountDownLatch stopped = new CountDownLatch(1);
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            ApplicationLifecycleManager.setDefaultExitCodeHandler(code -> {
                stopped.countDown();
                System.exit(code);
            });
        } else {
            // Dev mode runs main again at each reload, in this process: the server and its properties stay.
            stopped.countDown();
        }
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("database-stop").unstarted(() -> {
                    try {
                        stopped.await(60, TimeUnit.SECONDS);
                        database.close();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (IOException e) {
                        System.err.println(e.getMessage());
                    }
                }));
    }
}
