/**
 * The service in Kafka: takes jobs from {@code jobs.requested} one at a time, follows the topics that say how jobs stand, and
 * publishes progress and models. Decodes and encodes, and leaves the work to {@code jobs}.
 */
package io.crossline.training.messaging;
