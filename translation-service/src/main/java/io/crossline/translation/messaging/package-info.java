/**
 * Kafka: accepted generators and captured batches come in, translated batches go out. Handlers decode, call
 * {@code backfill} or {@code generator}, and return. Catalog and index are read from the topics, never kept elsewhere.
 */
package io.crossline.translation.messaging;
