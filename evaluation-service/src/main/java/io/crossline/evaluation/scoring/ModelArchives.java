package io.crossline.evaluation.scoring;

import java.util.Optional;

/** Where the archives of earlier models come from: those that were evaluated, and no others. */
@FunctionalInterface
public interface ModelArchives {

    /** Empty where there is none, or {@link #refusal} says why it is not used. */
    Optional<byte[]> find(String modelVersion);

    /** Why the model's archive was not used when it was looked for last, as a sentence; empty where it was. */
    default Optional<String> refusal(String modelVersion) {
        return Optional.empty();
    }
}
