package io.khabar.ops;

import io.khabar.access.AdminKeySetting;
import io.khabar.search.FolderInUseException;
import io.khabar.search.FolderLock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at before anything is started, so that an operator gets all findings of a misconfiguration at once
 * instead of one a start.
 *
 * <p>To add one: a line of {@link SettingChecks} where a setting is looked at alone, else a method that returns findings, in
 * {@link #settings} if it reads configuration only.
 */
final class StartupChecks {

    private static final String SEARCH = "khabar.search.backend";
    private static final String SEARCH_DIR = "khabar.search.dir";
    private static final String OPENSEARCH = "khabar.search.opensearch.url";
    static final String PORT = "quarkus.http.port";
    static final String HOST = "quarkus.http.host";

    private StartupChecks() {}

    /**
     * Passes all checks, or lists everything that was found.
     *
     * @return the data folder, held, where the embedded database is to run; null where the operator named a database
     * @throws StartupRefused with all findings
     */
    static @Nullable DataFolder pass(Config config) throws IOException {
        List<Finding> findings = new ArrayList<>(settings(config));
        DataFolder folder = null;
        if (config.getOptionalValue(ExternalDatabase.URL, String.class).isPresent()) {
            findings.addAll(ExternalDatabase.findings(config));
        } else {
            try {
                folder = DataFolder.open(Path.of(config.getOptionalValue(DataFolder.SETTING, String.class)
                        .orElse(DataFolder.DEFAULT)));
            } catch (StartupRefused refused) {
                findings.addAll(refused.findings());
            }
        }
        if (findings.isEmpty()) {
            return folder;
        }
        if (folder != null) {
            folder.close();
        }
        throw new StartupRefused(findings);
    }

    /** Findings about single settings; nothing is connected to, but the port is tried. */
    private static List<Finding> settings(Config config) {
        List<Finding> findings = new ArrayList<>(listener(config));
        config.getOptionalValue(AdminKeySetting.NAME, String.class)
                .filter(key -> !AdminKeySetting.isAcceptable(key))
                .ifPresent(_ -> findings.add(new Finding(
                        AdminKeySetting.NAME,
                        "It, or KHABAR_ADMIN_KEY, %s.".formatted(AdminKeySetting.RULE),
                        "`openssl rand -base64 32` makes one; without it a key is made at the first start.")));
        findings.addAll(SettingChecks.findings(config));
        findings.addAll(search(config));
        return findings;
    }

    private static List<Finding> search(Config config) {
        String backend = config.getOptionalValue(SEARCH, String.class).orElse("lucene");
        String addresses = config.getOptionalValue(OPENSEARCH, String.class).orElse("");
        if (!backend.strip().equalsIgnoreCase("opensearch")) {
            return config.getOptionalValue(SEARCH_DIR, Path.class)
                    .map(StartupChecks::indexes)
                    .orElse(List.of());
        }
        boolean usable = !addresses.isBlank()
                && Stream.of(addresses.split(",", -1))
                        .allMatch(one -> one.strip().matches("https?://[^/@\\s]+/*"));
        return usable
                ? List.of()
                : List.of(new Finding(
                        OPENSEARCH,
                        "With %s=opensearch it names the nodes.".formatted(SEARCH),
                        "Set it to their addresses, with commas between them, such as http://localhost:9200; user and"
                                + " password have settings of their own."));
    }

    /** Only where it is there: a folder that is missing is made later, by its owner. */
    private static List<Finding> indexes(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (FolderLock _ = FolderLock.take(folder)) {
            return List.of();
        } catch (FolderInUseException taken) {
            return List.of(new Finding(
                    SEARCH_DIR,
                    taken.getMessage() + ".",
                    "Stop that one, or name another folder for this one: each process has an index of its own."));
        } catch (IOException unusable) {
            // Searches are refused until it can be written; everything else works.
            return List.of();
        }
    }

    private static List<Finding> listener(Config config) {
        String written = config.getOptionalValue(PORT, String.class).orElse("8080");
        int port;
        try {
            port = Integer.parseInt(written.strip());
        } catch (NumberFormatException e) {
            port = -1;
        }
        if (port < 0 || port > 65_535) {
            return List.of(new Finding(
                    PORT,
                    "%s is not a port.".formatted(written),
                    "Use a number from 1 to 65535, or 0 for any free one."));
        }
        String host = config.getOptionalValue(HOST, String.class).orElse("0.0.0.0");
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            return List.of(new Finding(
                    HOST, "%s is not an address of this machine.".formatted(host), "Use 0.0.0.0 for all of them."));
        }
        return inUse(address).map(List::of).orElse(List.of());
    }

    private static Optional<Finding> inUse(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new Finding(
                    PORT,
                    "%s:%d cannot be listened on: %s."
                            .formatted(address.getHostString(), address.getPort(), e.getMessage()),
                    "Stop what uses the port, or choose another."));
        }
    }
}
