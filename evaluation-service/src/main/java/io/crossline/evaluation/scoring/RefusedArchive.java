package io.crossline.evaluation.scoring;

/**
 * An archive in Kafka that is not the one that was evaluated.
 *
 * @param found its SHA-256, in hex, or that of its parameters where only these are recorded
 */
public record RefusedArchive(EvaluatedArchive evaluated, String found) {

    /** One sentence for people. */
    public String reason() {
        return "The archive of %s in Kafka is not the one that was evaluated: the SHA-256 of its %s is %s, evaluated was %s."
                .formatted(evaluated.modelVersion(), evaluated.ofWhat(), found, evaluated.digest());
    }
}
