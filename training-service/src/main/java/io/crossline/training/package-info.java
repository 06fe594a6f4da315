/**
 * The training service: runs the jobs of an adaptation, each from offset ranges on the bus to a published model.
 *
 * <p>
 * {@code rest} takes requests, {@code messaging} carries events, {@code jobs} drives one job from data to model, {@code dataset}
 * reads images off the bus, {@code preset} knows the hyperparameters, {@code store} finds trained models, {@code checkpoint} keeps
 * half-done work; {@code trainer} and its neighbours {@code source}, {@code dann}, {@code coral}, {@code cyclegan} and
 * {@code loss} are the maths.
 */
package io.crossline.training;
