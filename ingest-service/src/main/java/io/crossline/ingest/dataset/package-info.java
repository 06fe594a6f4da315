/**
 * Readers of image data sets: IDX files, LIBSVM files, image folders, and MNIST and USPS by name. Each reader streams
 * its images, already in the asked shape, into a {@link io.crossline.ingest.dataset.SampleSink}.
 *
 * <p>
 * Knows files, images and HTTP downloads; knows no Kafka and no Quarkus. Used by {@code io.crossline.ingest.ingestion}.
 */
package io.crossline.ingest.dataset;
