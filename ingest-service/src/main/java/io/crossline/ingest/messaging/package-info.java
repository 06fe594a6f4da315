/**
 * Kafka: publishes each batch to {@code images.captured} once, checks every record of that topic, tells {@code images.checked} what is in it and
 * {@code lines.registered} what lines look like, and leaves what breaks the contract in the dead-letter topic. Implements
 * {@code ingestion.BatchTarget}; feeds {@code line}.
 */
package io.crossline.ingest.messaging;
