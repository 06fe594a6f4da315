/**
 * Readers of image data sets: IDX files, LIBSVM files, image folders, CSV files, COCO and Pascal VOC annotations, and MNIST and USPS by name. Each reader streams
 * its images, already in the asked shape, into a {@link io.crossline.datasets.SampleSink}.
 *
 * <p>
 * Knows files, images and HTTP downloads; knows no Kafka and no Quarkus. Used by {@code ingestion} and by the measurements.
 */
package io.crossline.datasets;
