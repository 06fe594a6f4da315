/**
 * Translates the training selection of a new generator's job, whole and once, and keeps its progress. Which batches are
 * published already is known from {@link io.crossline.translation.backfill.PublishedIndex}, which {@code messaging} fills
 * from the topic; {@link io.crossline.translation.backfill.TranslatedBatches} is the way out.
 */
package io.crossline.translation.backfill;
