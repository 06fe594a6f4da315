/**
 * {@code infra/crossline accuracy}: trains the methods of a preset without Kafka, for several seeds, with single
 * hyperparameters changed on demand, and scores every classifier on the test images of both lines. The services' trainers
 * and data sets do the work; target labels are used in that score only.
 */
package io.crossline.bench.accuracy;
