package io.crossline.training.dataset;

import java.util.List;

import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.UnlabelledImages;
import io.crossline.contracts.GivenLabel;

/**
 * Images of a target line. There is no way for its labels to get in here, but for those that people gave and a job names.
 *
 * @param given images with the classes that people gave them, a part of {@code images}; none as a rule
 * @param labels of {@code given}, in its order
 * @param lost labels that were left out: their records are not in Kafka any more
 */
public record TargetSet(UnlabelledImages images, LabelledImages given, List<GivenLabel> labels, List<GivenLabel> lost,
        ReadReport report) {

    public TargetSet {
        labels = List.copyOf(labels);
        lost = List.copyOf(lost);
    }
}
