/**
 * Kafka: trained models and requested jobs come in. Handlers decode, call {@code scoring} and {@code store}, and return; test images are
 * read by offset range. Findings go out through the outbox, which one relay sends in order ({@code OutboxRelay}). There is no library for
 * that without further infrastructure: Debezium's outbox needs Kafka Connect or a replication slot.
 */
package io.crossline.evaluation.messaging;
