package io.khabar.ops;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything the service keeps, locked for one process as long as this is open.
 *
 * <p>Whatever is secret lies in a folder of our own with mode 0700, so that the data folder itself may be a mounted
 * volume or an existing directory whose rights are not ours to change.
 */
final class DataFolder implements AutoCloseable {

    static final String SETTING = "khabar.data-dir";
    static final String DEFAULT = "data";

    static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path root;
    private final FileChannel lockFile;

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /**
     * Makes the folder where it is missing and takes its lock.
     *
     * @throws StartupRefused if it cannot be written, belongs to somebody else, or another process holds it
     */
    static DataFolder open(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            if (!Files.exists(folder)) {
                Path parent = folder.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.createDirectory(folder, PRIVATE_FOLDER);
            }
            if (!Files.isDirectory(folder)) {
                throw refused("%s is not a folder.".formatted(folder), "Name a folder.");
            }
            // Symbolic links resolved: the server's arguments name this path, and it is compared with them later.
            Path root = folder.toRealPath();
            refuseForeignOwner(root);
            if (!Files.isWritable(root)) {
                throw refused(
                        "%s cannot be written by %s.".formatted(root, System.getProperty("user.name")),
                        "Give this user write permission, or name another folder.");
            }
            return new DataFolder(root, lock(root));
        } catch (IOException e) {
            throw refused(
                    "%s cannot be used: %s.".formatted(folder, e), "Check its permissions, or name another folder.");
        }
    }

    /**
     * A folder below this one that only this user may enter.
     *
     * @throws StartupRefused if it exists and belongs to another user
     */
    Path privateFolder(String name) throws IOException {
        Path folder = root.resolve(name);
        if (Files.exists(folder)) {
            refuseForeignOwner(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            return folder;
        }
        return Files.createDirectory(folder, PRIVATE_FOLDER);
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    /**
     * Files belong to whoever ran first: PostgreSQL would fail on another user's late and obscurely, and root would
     * leave files behind that their owner cannot open. A volume that belongs to root and is writable for our group (as
     * Kubernetes mounts them) is fine.
     */
    private static void refuseForeignOwner(Path folder) throws IOException {
        long owner = ((Number) Files.getAttribute(folder, "unix:uid")).longValue();
        long user = new com.sun.security.auth.module.UnixSystem().getUid();
        if (owner != user && (user == 0 || owner != 0)) {
            throw refused(
                    "%s belongs to the user %s, and this is %s."
                            .formatted(folder, Files.getOwner(folder).getName(), System.getProperty("user.name")),
                    "Run the service as its owner, or name another folder.");
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        Path path = root.resolve("khabar.lock");
        FileChannel channel = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PRIVATE_FILE);
        try {
            if (tryLock(channel) == null) {
                ByteBuffer holder = ByteBuffer.allocate(20);
                channel.read(holder, 0);
                String process = StandardCharsets.US_ASCII.decode(holder.flip()).toString();
                throw refused(
                        "%s is in use by another Khabar (process %s).".formatted(root, process.strip()),
                        "Stop that one, or name another folder for this one.");
            }
            channel.truncate(0);
            channel.write(StandardCharsets.US_ASCII.encode(
                    Long.toString(ProcessHandle.current().pid())));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by this very process: as taken as by any other.
            return null;
        }
    }

    private static StartupRefused refused(String problem, String remedy) {
        return new StartupRefused(new Finding(SETTING, problem, remedy));
    }
}
