package io.crossline.networks.start;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.crossline.networks.backend.Backend;
import io.crossline.networks.backend.Backends;
import io.crossline.networks.backend.NoUsableGpuException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Chooses what computes before anything else of the service starts, with a line in the log; the first model loads the numerics. */
@ApplicationScoped
public class NumericsAtStart {

    private final boolean cpuFallback;

    NumericsAtStart(@ConfigProperty(name = Backends.CPU_FALLBACK, defaultValue = "true") boolean cpuFallback) {
        this.cpuFallback = cpuFallback;
    }

    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        backend();
    }

    /** @throws ConfigurationException if only a GPU may compute and none can; the service does not start then */
    @Produces
    @Singleton
    Backend backend() {
        try {
            return Backends.choose(cpuFallback);
        } catch (NoUsableGpuException e) {
            throw new ConfigurationException(e.getMessage());
        }
    }
}
