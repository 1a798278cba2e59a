package io.khabar.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The lock of a folder of indexes, of one process at a time, which the system takes back from one that dies. Lucene's own
 * locks are of single indexes: two processes would each take the other's for damaged or left over, and delete it.
 */
public final class FolderLock implements AutoCloseable {

    private final FileChannel file;

    private FolderLock(FileChannel file) {
        this.file = file;
    }

    /**
     * Takes the lock.
     *
     * @param folder made where it is missing
     * @throws FolderInUseException where another process has it, or this one has already
     */
    public static FolderLock take(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel file = FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (tried(file) == null) {
                ByteBuffer holder = ByteBuffer.allocate(20);
                file.read(holder, 0);
                throw new FolderInUseException(
                        folder,
                        StandardCharsets.US_ASCII
                                .decode(holder.flip())
                                .toString()
                                .strip());
            }
            file.truncate(0);
            file.write(StandardCharsets.US_ASCII.encode(
                    Long.toString(ProcessHandle.current().pid())));
            return new FolderLock(file);
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    private static @Nullable FileLock tried(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException own) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
