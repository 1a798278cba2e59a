package io.khabar.imports;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Threads that take articles apart: as many as there are processors, for all imports together. They are platform threads:
 * virtual ones would keep the requests of others from running for as long as they compute.
 */
@Singleton
class Workers {

    private final ExecutorService threads = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("import-", 1).daemon().factory());

    <T> Future<T> submit(Callable<T> work) {
        return threads.submit(work);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
