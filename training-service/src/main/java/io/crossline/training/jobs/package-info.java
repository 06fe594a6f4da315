/**
 * One job from data to published model: reads the lines' images ({@code dataset}), trains ({@code trainer}), scores now and then,
 * publishes. Knows who wants what ({@link io.crossline.training.jobs.JobRegistry}) but not Kafka: {@code messaging} implements
 * its two outgoing interfaces and feeds the registry.
 */
package io.crossline.training.jobs;
