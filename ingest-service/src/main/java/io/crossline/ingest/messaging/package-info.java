/**
 * The bus: publishes each batch to {@code images.captured} once, follows that topic to know what is there, and leaves
 * records that are no batch in the dead-letter topic. Implements {@code ingestion.BatchTarget}; feeds {@code line}.
 */
package io.crossline.ingest.messaging;
