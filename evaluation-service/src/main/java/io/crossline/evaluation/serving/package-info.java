/**
 * Which model serves a line, and what it says of the line's images. Knows no Kafka and no database: {@code messaging} brings
 * batches, {@code store} remembers champions. Looks up in {@code labels} what people said of images.
 */
package io.crossline.evaluation.serving;
