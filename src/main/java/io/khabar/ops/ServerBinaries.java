package io.khabar.ops;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from the jars that bring them. */
final class ServerBinaries {

    /** Changes with the jars, so that a newer build of the service never runs an older build of the server. */
    private static final String BUILD = "18.6.0";

    private ServerBinaries() {}

    /**
     * Unpacks the programs for this machine below a folder, once.
     *
     * @param parent a folder that only this user may write
     * @return the folder that has {@code bin}, {@code lib} and {@code share}
     * @throws StartupRefused if there are none for this operating system and processor
     */
    static Path unpackInto(Path parent) throws IOException {
        Path home = parent.resolve("postgresql-" + BUILD);
        if (Files.isDirectory(home)) {
            return home;
        }
        // Unpacked beside and renamed when whole: an interrupted start leaves nothing that looks finished.
        Path unfinished = parent.resolve("postgresql-" + BUILD + ".unfinished");
        deleteTree(unfinished);
        Files.createDirectory(unfinished, DataFolder.PRIVATE_FOLDER);
        try (InputStream archive = open();
                XZInputStream unpacked = new XZInputStream(new BufferedInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(unpacked)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, unfinished);
            }
        }
        return Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes a folder and what is in it; does nothing where there is none. Links are not followed. */
    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path home) throws IOException {
        Path target = home.resolve(entry.getName()).normalize();
        if (!target.startsWith(home)) {
            throw new IOException("the archive names a file outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink() || entry.isLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
        }
    }

    private static InputStream open() {
        String name = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        InputStream archive = Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
        if (archive == null) {
            throw new StartupRefused(new Finding(
                    "quarkus.datasource.jdbc.url",
                    "It is not set, and there is no embedded PostgreSQL for %s on %s."
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
                    "Set it to the JDBC URL of a PostgreSQL server."));
        }
        return archive;
    }

    private static String archiveName(String system, String processor) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.contains("mac")) {
            // One universal archive for both processors.
            return "postgres-darwin-arm_64.txz";
        }
        String architecture =
                switch (processor) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> processor;
                };
        return "postgres-%s-%s.txz".formatted(lower, architecture);
    }
}
