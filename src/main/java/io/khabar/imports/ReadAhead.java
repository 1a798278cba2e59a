package io.khabar.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads an input in a thread of its own, so far ahead and no further, and groups its articles: as many as there are, up to
 * a batch, but whoever sends slowly does not wait for a batch to fill.
 */
final class ReadAhead implements AutoCloseable {

    /** Articles of one batch at most: few enough that a batch takes a fraction of a second. */
    private static final int MOST = 256;

    /** Bytes of one batch at most. */
    private static final int MOST_BYTES = 1 << 20;

    /** Bytes of articles that were read but are not stored: what an import holds in memory, some times over. */
    private static final int BYTES_AHEAD = 4 << 20;

    private static final long PATIENCE_MILLIS = 20;

    /** Articles that follow each other in the input. */
    record Group(long firstIndex, List<Unread> articles, int bytes) {}

    private record Read(@Nullable Unread article, @Nullable Throwable failure) {}

    private final Input input;
    private final BlockingQueue<Read> queue = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(BYTES_AHEAD);
    private final Thread reader;
    private boolean ended;
    private long index;

    ReadAhead(Input input) {
        this.input = input;
        this.reader = Thread.ofVirtual().name("import-reader").start(this::read);
    }

    private void read() {
        try {
            Unread next = input.next();
            while (next != null) {
                room.acquire(weight(next));
                queue.add(new Read(next, null));
                next = input.next();
            }
            queue.add(new Read(null, null));
        } catch (InterruptedException stopped) {
            // Closed: nobody reads on.
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | Error failed) {
            queue.add(new Read(null, failed));
        }
    }

    private static int weight(Unread article) {
        return Math.clamp(article.size(), 64, BYTES_AHEAD);
    }

    /**
     * The next group.
     *
     * @param wait whether to wait for one; else there may be none yet
     * @return null at the end, or where there is none yet
     * @throws UncheckedIOException when the input broke off
     */
    @Nullable Group next(boolean wait) throws InterruptedException {
        if (ended) {
            return null;
        }
        List<Unread> articles = new ArrayList<>();
        int bytes = 0;
        Read read = wait ? queue.take() : queue.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        while (read != null) {
            if (read.article() == null) {
                ended = true;
                fail(read.failure());
                break;
            }
            articles.add(read.article());
            bytes += weight(read.article());
            read = articles.size() == MOST || bytes >= MOST_BYTES
                    ? null
                    : queue.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
        if (articles.isEmpty()) {
            return null;
        }
        Group group = new Group(index, articles, bytes);
        index += articles.size();
        return group;
    }

    private static void fail(@Nullable Throwable failure) {
        switch (failure) {
            case null -> {}
            case RuntimeException thrown -> throw thrown;
            case Error thrown -> throw thrown;
            default -> throw new UncheckedIOException((IOException) failure);
        }
    }

    /** A group is stored: there is room for others. */
    void done(Group group) {
        room.release(group.bytes());
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
