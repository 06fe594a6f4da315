package io.crossline.local.demo.drift;

import java.time.Instant;

/**
 * A model made champion of the line.
 *
 * @param previousModel champion until then, or null
 */
record LoopPromotion(String modelVersion, String previousModel, String by, String reason, Instant at) {}
