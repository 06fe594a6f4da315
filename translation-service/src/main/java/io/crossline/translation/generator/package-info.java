/**
 * Accepted generators and what they do to a batch. Which ones there are, their archives and their images come through the
 * interfaces {@link io.crossline.translation.generator.GeneratorCatalog},
 * {@link io.crossline.kafka.PublishedArchives} and {@link io.crossline.kafka.LineImages},
 * which {@code messaging} implements.
 */
package io.crossline.translation.generator;

import io.crossline.kafka.LineImages;
