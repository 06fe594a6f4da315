/**
 * Gives labelled source images the target line's look. Sub-packages: {@code generator} (accepted generators at work),
 * {@code backfill} (a job's whole training selection, once), {@code gallery} (sample images for people),
 * {@code messaging} (Kafka), {@code rest}.
 */
package io.crossline.translation;
