/**
 * The outbox: events that leave this service are rows of the database first, written by {@code store} in the transaction of what they
 * tell of. So database and Kafka cannot disagree for good, and nobody who changes something waits for the broker. {@code messaging}
 * relays the rows.
 */
package io.crossline.evaluation.outbox;
