/**
 * {@code infra/crossline novelty}: how many images of unknown kinds the evaluation service's detector finds, and how many known ones
 * it marks.
 */
package io.crossline.bench.novelty;
