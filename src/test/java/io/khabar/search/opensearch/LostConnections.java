package io.khabar.search.opensearch;

import io.khabar.search.ArticleIndex;
import io.khabar.search.IndexStore;
import io.khabar.search.Killable;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/** An OpenSearch of which a process that is killed has its requests refused from one to the next. */
public final class LostConnections implements Killable {

    private final String prefix;
    private final ReentrantLock writing = new ReentrantLock();
    private boolean killed;

    /** For indexes of a prefix. */
    public LostConnections(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public IndexStore store() {
        return proxy(IndexStore.class, OpenSearchIndexes.store(prefix));
    }

    @Override
    public LostConnections kill() {
        writing.lock();
        try {
            killed = true;
        } finally {
            writing.unlock();
        }
        return new LostConnections(prefix);
    }

    private <T> T proxy(Class<T> type, T it) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    default -> {
                        Object answer = answered(it, method, arguments);
                        yield answer instanceof ArticleIndex index && method.getReturnType() == ArticleIndex.class
                                ? proxy(ArticleIndex.class, index)
                                : answer;
                    }
                }));
    }

    private Object answered(Object it, Method method, Object[] arguments) throws Throwable {
        boolean sends = Arrays.asList(method.getExceptionTypes()).contains(IOException.class);
        if (sends) {
            writing.lock();
        }
        try {
            if (sends && killed) {
                throw new IOException("killed");
            }
            return method.invoke(it, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        } finally {
            if (sends) {
                writing.unlock();
            }
        }
    }
}
