package io.crossline.training.messaging;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

import io.crossline.kafka.TopicsAtStart;
import io.crossline.networks.backend.Backend;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Chooses what computes and starts this service's side of Kafka before the channels are connected, and stops the running
 * job in order.
 */
@ApplicationScoped
public class Lifecycle {

    private final JobViews views;
    private final TrainingThread trainingThread;
    private final Instance<Backend> backend;

    @Inject
    Lifecycle(JobViews views, TrainingThread trainingThread, Instance<Backend> backend) {
        this.views = views;
        this.trainingThread = trainingThread;
        this.backend = backend;
    }

    void chooseBackend(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        backend.get(); // chosen now; the service does not start where nothing can compute
    }

    void start(@Observes @Priority(TopicsAtStart.PRIORITY + 1) StartupEvent event) {
        views.start();
        trainingThread.loadNumerics();
    }

    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
        trainingThread.stop();
        views.stop();
    }
}
