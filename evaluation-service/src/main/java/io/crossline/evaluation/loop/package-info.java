/**
 * The closed loop: on drift a job is asked for, its model is gated, serves in shadow, is promoted, and is rolled back where its
 * estimated accuracy falls. Decisions are pure ({@link AdaptationPolicy}, {@link ShadowCheck}, {@link Probation}); {@code serving}
 * tells of windows, {@code gate} compares models, {@code store} keeps the cycles and their audit.
 */
package io.crossline.evaluation.loop;
