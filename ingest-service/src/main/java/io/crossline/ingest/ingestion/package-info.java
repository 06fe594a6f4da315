/**
 * Ingestions: reads a data set in the background, cuts it into batches and hands them to a
 * {@link io.crossline.ingest.ingestion.BatchTarget}, with progress and cancelling. Uses
 * {@code io.crossline.ingest.dataset}; implemented towards the bus by {@code io.crossline.ingest.messaging}.
 */
package io.crossline.ingest.ingestion;
