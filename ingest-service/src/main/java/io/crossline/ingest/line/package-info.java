/**
 * What each line has sent: totals, throughput, classes, and pictures of its newest batch. Fed by
 * {@code io.crossline.ingest.messaging}, shown by {@code io.crossline.ingest.rest}.
 */
package io.crossline.ingest.line;
