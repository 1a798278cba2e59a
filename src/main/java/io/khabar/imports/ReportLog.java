package io.khabar.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The items of a report on their way to the client. The import writes them without waiting, the sending thread reads them
 * as fast as the client takes them: many clients read nothing of an answer before they have sent all of their request, and
 * an import that waited for them would wait for ever. What is more than a little waits in a temporary file, so that a
 * report of any size holds no memory.
 */
final class ReportLog implements AutoCloseable {

    private static final int IN_MEMORY = 1 << 18;

    /** A report that is larger is answered again without its items. */
    private static final int MOST_KEPT = 8 << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ByteArrayOutputStream start = new ByteArrayOutputStream();
    private @Nullable FileChannel rest;
    private long length;
    private boolean ended;

    /** Adds to the end. */
    void write(byte[] bytes) throws IOException {
        lock.lock();
        try {
            if (rest == null && start.size() + bytes.length <= IN_MEMORY) {
                start.writeBytes(bytes);
            } else {
                if (rest == null) {
                    rest = temporary();
                }
                ByteBuffer left = ByteBuffer.wrap(bytes);
                long at = length - start.size();
                while (left.hasRemaining()) {
                    at += rest.write(left, at);
                }
            }
            length += bytes.length;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more comes. */
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** All of it; null where that is more than {@link #MOST_KEPT}. */
    byte @Nullable [] bytes() throws IOException {
        if (length > MOST_KEPT) {
            return null;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream((int) length);
        while (all.size() < length) {
            all.writeBytes(next(all.size()));
        }
        return all.toByteArray();
    }

    /** Copies everything, as it comes, until the end; what there is at a time is flushed. */
    void copyTo(OutputStream out) throws IOException {
        long sent = 0;
        for (byte[] part = next(sent); part.length > 0; part = next(sent)) {
            out.write(part);
            out.flush();
            sent += part.length;
        }
    }

    private byte[] next(long from) throws IOException {
        lock.lock();
        try {
            while (from == length && !ended) {
                changed.awaitUninterruptibly();
            }
            if (from < start.size()) {
                byte[] all = start.toByteArray();
                return java.util.Arrays.copyOfRange(all, (int) from, all.length);
            }
            ByteBuffer part = ByteBuffer.allocate((int) Math.min(1 << 16, length - from));
            while (rest != null && part.hasRemaining()) {
                if (rest.read(part, from - start.size() + part.position()) < 0) {
                    throw new IOException("the file of a report is shorter than what was written to it");
                }
            }
            return part.array();
        } finally {
            lock.unlock();
        }
    }

    private static FileChannel temporary() throws IOException {
        Path file = Files.createTempFile("khabar-import-", ".report");
        return FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    @Override
    public void close() throws IOException {
        FileChannel file = rest;
        if (file != null) {
            file.close();
        }
    }
}
