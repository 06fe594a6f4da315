/**
 * Keeps the images that serving models need for as long as they can serve: the training and test images of the lines' champions, now and
 * before. {@code store} knows the champions, {@code io.crossline.kafka.KeptImages} copies the images.
 */
package io.crossline.evaluation.kept;
