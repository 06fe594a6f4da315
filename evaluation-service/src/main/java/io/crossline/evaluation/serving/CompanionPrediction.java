package io.crossline.evaluation.serving;

import java.util.List;

import io.crossline.monitoring.drift.ModelRole;
import io.crossline.monitoring.drift.Observation;

/**
 * What a model beside the champion says of a batch.
 *
 * @param observations of the batch's images, in their order
 */
public record CompanionPrediction(ServingModel model, ModelRole role, List<Observation> observations) {

    public String modelVersion() {
        return model.manifest().modelVersion();
    }
}
