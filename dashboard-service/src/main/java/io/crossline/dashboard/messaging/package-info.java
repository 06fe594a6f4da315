/**
 * What the dashboard reads from Kafka: progress, trained and evaluated models, and the headers of captured images.
 * Handlers hand on to {@code io.crossline.dashboard.live}.
 */
package io.crossline.dashboard.messaging;
