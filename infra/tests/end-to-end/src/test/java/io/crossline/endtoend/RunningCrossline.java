package io.crossline.endtoend;

import java.io.IOException;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one running Crossline; starts it for the first and stops it after the last. */
final class RunningCrossline implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(RunningCrossline.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == CrosslineProcess.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Attempt attempt = context.getRoot().getStore(NAMESPACE).computeIfAbsent(Attempt.class, type -> new Attempt(),
                Attempt.class);
        return attempt.crossline();
    }

    /** One start for all tests: when it has failed, it has failed for all. */
    private static final class Attempt implements AutoCloseable {

        private CrosslineProcess crossline;
        private Throwable failure;

        Attempt() {
            try {
                crossline = new CrosslineProcess();
            } catch (IOException | RuntimeException | AssertionError e) {
                failure = e;
            }
        }

        CrosslineProcess crossline() {
            if (failure != null) {
                throw new AssertionError("Crossline could not be started: " + failure.getMessage(), failure);
            }
            return crossline;
        }

        @Override
        public void close() {
            if (crossline != null) {
                crossline.close();
            }
        }
    }
}
