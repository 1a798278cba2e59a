package io.khabar.search;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * A folder of indexes whose process may be killed: between two of its writes, to an index or a note, what is on the disk
 * then is all that the next one has.
 */
public final class Crashes implements Killable {

    private final Path folder;
    private final ReentrantLock writing = new ReentrantLock();

    /** For a folder, made where it is missing. */
    public Crashes(Path folder) {
        this.folder = folder;
    }

    @Override
    public IndexStore store() {
        LuceneStore store = new LuceneStore(folder);
        return wrapped(IndexStore.class, store, (proxy, method, arguments) -> switch (method.getName()) {
            case "open", "begin" -> index((ArticleIndex) guarded(store, method, arguments));
            default -> guarded(store, method, arguments);
        });
    }

    private ArticleIndex index(ArticleIndex index) {
        return wrapped(ArticleIndex.class, index, (proxy, method, arguments) -> switch (method.getName()) {
            case "write" -> guarded(index, method, arguments);
            case "equals" -> proxy == arguments[0];
            default -> invoked(index, method, arguments);
        });
    }

    private static <T> T wrapped(Class<T> type, T it, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(it.getClass().getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object guarded(Object on, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        writing.lock();
        try {
            return invoked(on, method, arguments);
        } finally {
            writing.unlock();
        }
    }

    private static Object invoked(Object on, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    /** This one goes on in its own folder. */
    @Override
    public Crashes kill() throws IOException {
        Path left = folder.resolveSibling(folder.getFileName() + "+");
        writing.lock();
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.toList();
            for (Path file : files) {
                copy(file, left.resolve(folder.relativize(file)));
            }
        } finally {
            writing.unlock();
        }
        return new Crashes(left);
    }

    private static void copy(Path file, Path to) throws IOException {
        try {
            if (Files.isDirectory(file)) {
                Files.createDirectories(to);
            } else {
                Files.copy(file, to);
            }
        } catch (NoSuchFileException merged) {
            // Was of no commit: those that are stay while nothing is written.
            Files.deleteIfExists(to);
        }
    }
}
