/**
 * Crossline's side of a row, in a JVM of its own: calls the public classes of {@code io.crossline.training},
 * {@code io.crossline.ingest} and {@code io.crossline.networks} as the services do, and times them. Started by
 * {@code io.crossline.bench.process}.
 */
package io.crossline.bench.worker;
