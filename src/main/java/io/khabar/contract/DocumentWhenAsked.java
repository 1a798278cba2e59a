package io.khabar.contract;

import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Prepares the OpenAPI document when it is asked for, and not while the service starts: to read it and to write it as YAML
 * and JSON is a sixth of what a start takes, and most processes are never asked.
 */
@WhenAsked
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_AFTER)
class DocumentWhenAsked {

    private final ReentrantLock lock = new ReentrantLock();
    private List<InvocationContext> preparations = new ArrayList<>();

    @AroundInvoke
    @Nullable Object called(InvocationContext call) throws Exception {
        lock.lock();
        try {
            if (call.getMethod().getName().equals("prepareDocument")) {
                preparations.add(call);
                return null;
            }
            for (InvocationContext preparation : preparations) {
                preparation.proceed();
            }
            preparations = new ArrayList<>();
        } finally {
            lock.unlock();
        }
        return call.proceed();
    }

    /** Puts {@link WhenAsked} on the bean of the framework. */
    public static final class Binding implements BuildCompatibleExtension {

        /** Made by the build. */
        public Binding() {}

        /** Binds it. */
        @Enhancement(types = OpenApiDocumentService.class)
        public void bind(ClassConfig service) {
            service.addAnnotation(WhenAsked.class);
        }
    }
}
