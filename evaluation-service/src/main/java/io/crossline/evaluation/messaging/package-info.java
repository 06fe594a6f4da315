/**
 * Kafka: trained models and requested jobs come in, findings go out. Handlers decode, call {@code scoring} and
 * {@code store}, and return; test images are read by offset range.
 */
package io.crossline.evaluation.messaging;
