/**
 * Ingest service: brings images of every line onto the bus.
 *
 * <p>
 * {@code dataset} reads data sets, {@code ingestion} carries one to the bus in the background, {@code messaging} publishes
 * each batch once and checks what others publish, {@code line} knows what each line has sent, {@code watch} takes files
 * from folders, {@code rest} is the way in for people and programs.
 */
package io.crossline.ingest;
