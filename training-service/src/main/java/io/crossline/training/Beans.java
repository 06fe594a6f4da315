package io.crossline.training;

import java.time.Clock;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.crossline.adaptation.preset.Presets;
import io.crossline.contracts.LineRegistered;
import io.crossline.kafka.LineRegistry;
import io.crossline.kafka.TrainedModels;
import io.crossline.networks.backbone.Backbones;
import io.crossline.networks.backend.Backend;
import io.crossline.training.jobs.ConfiguredLines;
import io.crossline.training.jobs.JobRegistry;
import io.crossline.training.jobs.JobRunner;
import io.crossline.training.jobs.ModelEvents;
import io.crossline.training.jobs.ProgressEvents;
import io.crossline.training.jobs.Verdicts;
import io.crossline.training.messaging.Broker;
import io.crossline.training.store.ModelStore;
import io.quarkus.arc.DefaultBean;

/** Wires the classes that know no Quarkus. */
@Dependent
class Beans {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    @DefaultBean
    Presets presets() {
        return Presets.standard();
    }

    @Produces
    @Singleton
    JobRegistry registry() {
        return new JobRegistry();
    }

    @Produces
    @Singleton
    Verdicts verdicts() {
        return new Verdicts();
    }

    @Produces
    @Singleton
    ConfiguredLines configuredLines() {
        return new ConfiguredLines();
    }

    @Produces
    @Singleton
    ModelStore models(Broker broker) {
        return new ModelStore(TrainedModels.open(broker.properties()));
    }

    void close(@Disposes ModelStore models) {
        models.close();
    }

    @Produces
    @Singleton
    Numerics numerics(Backend backend) {
        return Numerics.load(backend);
    }

    @Produces
    @Singleton
    JobRunner runner(TrainingSettings settings, Broker broker, Presets presets, JobRegistry registry,
            Verdicts verdicts, ModelStore store, Backbones backbones, ProgressEvents events, ModelEvents models,
            LineRegistry lines, Numerics numerics,
            @ConfigProperty(name = "quarkus.application.version") String version, Clock clock) {
        return new JobRunner(settings, broker.properties(), presets, registry, verdicts, store, backbones, events,
                models, line -> lines.find(line).map(LineRegistered::pictures).orElse(null),
                numerics.backend().id(), version, clock);
    }
}
