/**
 * The few labels that people give: which images of a line are worth asking about, and what was answered. {@code messaging}
 * brings the windows, {@code store} remembers, {@code rest} asks and takes the answers; {@code serving} looks up how right a
 * model is on the labelled images. Knows {@code drift} and, for the pictures, {@code scoring}; the choice itself is pure maths.
 */
package io.crossline.evaluation.labels;
