/**
 * A small plant under faults: what is done to it and when, what is sent meanwhile, and what is counted at the end. The
 * schedule and all counts are pure functions. Works on a Crossline that {@code io.crossline.local} has started, over REST,
 * Kafka and signals to processes, as anybody could from outside.
 */
package io.crossline.local.chaos;
