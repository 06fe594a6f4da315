/**
 * The adaptation methods, each in a package of its own: {@code source} (no adaptation), {@code dann}, {@code coral}, {@code cyclegan},
 * {@code teacher}, {@code selftraining}, {@code adabn}. {@code trainer} says what a trainer is, {@code loss} holds the losses,
 * {@code preset} the hyperparameters by name. A trainer reports to a listener; it knows no Kafka, no Quarkus and no files but its checkpoints.
 */
package io.crossline.adaptation;
