/**
 * Kafka: publishes batches to {@code images.captured} (one that is there already is not sent again), checks every record of that topic, tells {@code images.checked} what is in it and
 * {@code lines.registered} what lines look like, and leaves what breaks the contract in the dead-letter topic. Implements
 * {@link io.crossline.datasets.ingestion.BatchTarget}; feeds {@code line}.
 */
package io.crossline.ingest.messaging;
