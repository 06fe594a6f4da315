package io.crossline.evaluation.serving;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.crossline.contracts.ImageBatch;
import io.crossline.monitoring.drift.ModelRole;

/** Lets the models beside a line's champion predict what it predicts. */
@ApplicationScoped
public class Companions {

    /** Another replica's change is heard of by then. */
    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private final CompanionVersions versions;
    private final ServingModels models;
    private final Cache<String, Map<String, ModelRole>> byLine = Caffeine.newBuilder().expireAfterWrite(REMEMBERED)
            .build();

    Companions(CompanionVersions versions, ServingModels models) {
        this.versions = versions;
        this.models = models;
    }

    /** Predictions of the usable images. A model whose archive is gone, or that takes other images, is left out. */
    public List<CompanionPrediction> predict(String line, String champion, InspectedBatch inspected) {
        if (!inspected.isAnyUsable()) {
            return List.of();
        }
        ImageBatch batch = inspected.usable();
        List<CompanionPrediction> predictions = new ArrayList<>();
        byLine.get(line, versions::beside).forEach((version, role) -> {
            if (!version.equals(champion)) {
                models.onLine(batch.line(), version)

                        .filter(model -> model.manifest().shape().equals(batch.images().shape()))
                        .map(model -> new CompanionPrediction(model, role, model.observe(batch)))
                        .ifPresent(predictions::add);
            }
        });
        return predictions;
    }

    /** To be called where a line's companions changed. */
    public void forget(String line) {
        byLine.invalidate(line);
    }
}
