package io.crossline.evaluation.gate;

import java.util.Optional;

import io.crossline.evaluation.serving.ServingModel;
import io.crossline.monitoring.gate.PairedComparison;

/** Target images whose label a person gave. */
@FunctionalInterface
public interface LabelledTargets {

    /** Both models on the line's labelled images; empty where there are none. */
    Optional<PairedComparison> compare(String line, ServingModel champion, ServingModel candidate);
}
