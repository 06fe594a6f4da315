/**
 * Scores every trained model and records the result in PostgreSQL, serves each line's champion, and runs the closed loop.
 *
 * <p>
 * {@code scoring} and {@code gate} let models work on test images; {@code serving} predicts captured batches and watches them;
 * {@code loop} adapts, checks and promotes; {@code labels}, {@code novelty} and {@code pictures} are what people are asked and shown;
 * {@code store} is the database, {@code outbox} keeps events until they are sent, {@code messaging} is Kafka, {@code rest} the way in.
 * The maths is in {@link io.crossline.monitoring}.
 */
package io.crossline.evaluation;
