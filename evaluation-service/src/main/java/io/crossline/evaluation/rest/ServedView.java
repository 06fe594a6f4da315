package io.crossline.evaluation.rest;

import java.time.Instant;
import java.util.List;

import io.crossline.contracts.GivenLabel;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.ModelPromoted;
import io.crossline.contracts.PictureSettings;

/**
 * What served a line at a moment, who or what made it serve, and what it was trained on.
 *
 * @param parentModel model that it started from, or null
 * @param pictures how the line's images were made of picture files when the model was trained; null where that is not known
 */
public record ServedView(String line, Instant at, String modelVersion, ModelPromoted promotion, TrainedOn trainedOn,
        String parentModel, List<GivenLabel> targetLabels, PictureSettings pictures) {

    /**
     * Selections by offsets.
     *
     * @param target null where the model saw the source line alone
     */
    public record TrainedOn(LineData source, LineData target) {

        static TrainedOn of(ModelManifest manifest) {
            return new TrainedOn(manifest.source(), manifest.method() == Method.SOURCE ? null : manifest.target());
        }
    }
}
