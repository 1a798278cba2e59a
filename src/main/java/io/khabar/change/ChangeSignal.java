package io.khabar.change;

import io.khabar.transaction.WriteEnded;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Tells those who follow the log that it is worth looking: after each write of this process at once, after writes of
 * others when they announce them ({@code LISTEN}, one connection for all who follow).
 *
 * <p>A signal says nothing of what is there and may be for nothing; one may also be lost with a process. So whoever waits
 * does it with a timeout.
 */
@Singleton
public class ChangeSignal {

    private static final Logger LOG = Logger.getLogger(ChangeSignal.class);

    private static final String CHANNEL = "khabar_change";

    /** Between two announcements, however much is written: followers elsewhere look at the log no more often. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** While the database is away. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    /** How long one reading of notifications takes at most; a notification ends it. */
    private static final int LISTENING_MILLIS = 10_000;

    /** How long a stop waits for the listener to give its connection back. */
    private static final Duration LEAVING = Duration.ofSeconds(2);

    private final DataSource database;
    /** What this process adds to its announcements, so that it does not hear itself. */
    private final String self = UUID.randomUUID().toString();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition raised = lock.newCondition();
    private long count;
    private long writes;
    private boolean stopped;

    /** Whether the listener is to end; who waits for signals is served until the end of everything. */
    private volatile boolean leaving;

    private @Nullable Thread listener;
    private @Nullable Thread announcer;

    ChangeSignal(DataSource database) {
        this.database = database;
    }

    void start(@Observes StartupEvent start) {
        listener = Thread.ofVirtual().name("changes-listener").start(this::listen);
        announcer = Thread.ofVirtual().name("changes-announcer").start(this::announce);
    }

    /**
     * Ends listening while the database can still be asked. Interrupting the listener would close its connection under it,
     * of which the pool warns; a notification lets it go by itself.
     */
    void leave(@Observes ShutdownEvent stop) throws InterruptedException {
        leaving = true;
        send();
        if (listener != null && !listener.join(LEAVING)) {
            listener.interrupt();
        }
    }

    @PreDestroy
    void stop() {
        leaving = true;
        lock.lock();
        try {
            stopped = true;
            raised.signalAll();
        } finally {
            lock.unlock();
        }
        if (listener != null) {
            listener.interrupt();
        }
        if (announcer != null) {
            announcer.interrupt();
        }
    }

    /** A write ended: also one that failed, as entries of others may have waited for its transaction to be over. */
    void written(@Observes WriteEnded ended) {
        lock.lock();
        try {
            writes++;
            count++;
            raised.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Has those look who wait for signals, though nothing may have been written. */
    public void raise() {
        lock.lock();
        try {
            count++;
            raised.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many signals there were. Take it before reading, and wait for more than that after reading. */
    public long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for signals.
     *
     * @param seen those that are known
     * @return how many signals there are now, at the latest after the timeout
     */
    public long await(long seen, Duration timeout) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = timeout.toNanos();
            while (count == seen && !stopped && left > 0) {
                left = raised.awaitNanos(left);
            }
            return count;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Announces writes to other processes, in transactions of its own: the server commits those that notify one after the
     * other, and ours would wait for each other's disk.
     */
    private void announce() {
        try {
            for (long announced = 0; ; ) {
                lock.lockInterruptibly();
                try {
                    while (writes == announced && !stopped) {
                        raised.await();
                    }
                    if (stopped) {
                        return;
                    }
                    announced = writes;
                } finally {
                    lock.unlock();
                }
                send();
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void send() {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                // Nothing is stored that could be lost: no need to wait for the disk.
                statement.execute("set local synchronous_commit = off");
                statement.execute("notify " + CHANNEL + ", '" + self + "'");
                connection.commit();
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException away) {
            // The next one says the same, and who follows elsewhere looks without being told, a little later.
            LOG.debugf("A change was not announced: %s", away.getMessage());
        }
    }

    private void listen() {
        boolean away = false;
        while (!isOver()) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("listen " + CHANNEL);
                away = false;
                // What was announced while nobody listened.
                raise();
                try {
                    take(connection.unwrap(PGConnection.class));
                } finally {
                    statement.execute("unlisten *");
                }
            } catch (SQLException e) {
                if (!away && !isOver()) {
                    LOG.warnf("Changes of other processes are not announced for now: %s", e.getMessage());
                }
                away = true;
                LockSupport.parkNanos(RETRY.toNanos());
            }
        }
    }

    private boolean isOver() {
        return leaving || Thread.currentThread().isInterrupted();
    }

    private void take(PGConnection connection) throws SQLException {
        while (!isOver()) {
            PGNotification[] notifications = connection.getNotifications(LISTENING_MILLIS);
            if (notifications == null) {
                continue;
            }
            for (PGNotification notification : notifications) {
                if (!notification.getParameter().equals(self)) {
                    raise();
                }
            }
        }
    }
}
