package io.crossline.evaluation.scoring;

import java.util.Optional;

/** Which models were rejected by their evaluation. */
@FunctionalInterface
public interface Rejections {

    /** Why the model was rejected, a sentence; empty where it was accepted or never evaluated. */
    Optional<String> reason(String modelVersion);
}
