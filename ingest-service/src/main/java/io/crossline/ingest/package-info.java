/**
 * Ingest service: brings images of every line to Kafka.
 *
 * <p>
 * {@link io.crossline.datasets} reads data sets and makes batches of them, {@code messaging} publishes
 * each batch once and checks what others publish, {@code line} knows what each line has sent, {@code watch} takes files
 * from folders, {@code rest} is the way in for people and programs.
 */
package io.crossline.ingest;
