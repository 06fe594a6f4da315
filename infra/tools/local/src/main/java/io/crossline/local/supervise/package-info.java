/**
 * Parts that die come back: when a part is started, how often, after which pause, and what is told about it. Knows neither
 * Kafka nor PostgreSQL nor the services; {@code io.crossline.local} says what the parts are.
 */
package io.crossline.local.supervise;
