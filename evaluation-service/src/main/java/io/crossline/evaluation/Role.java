package io.crossline.evaluation;

/**
 * What a deployment of the service does. Two roles beside each other share database and topics, so that a model that takes
 * long at the gate delays no prediction.
 */
public enum Role {
    /** Both. */
    ALL,
    /** Predicts captured batches, with drift windows and shadow runs. */
    PREDICT,
    /** Scores trained models, lets candidates pass the gate, goes on with cycles, keeps champions' images. */
    JUDGE;

    public boolean judges() {
        return this != PREDICT;
    }
}
