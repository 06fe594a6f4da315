/**
 * Ingestions: reads a data set in the background, cuts it into batches and hands them to a
 * {@link io.crossline.datasets.ingestion.BatchTarget}, with progress and cancelling. The
 * ingest service implements that towards Kafka.
 */
package io.crossline.datasets.ingestion;
