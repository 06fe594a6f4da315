package io.crossline.translation.generator;

import java.time.Instant;

/** A pair of generators that the evaluation accepted. */
public record AcceptedGenerator(String modelVersion, String sourceLine, String targetLine, Instant acceptedAt) {}
