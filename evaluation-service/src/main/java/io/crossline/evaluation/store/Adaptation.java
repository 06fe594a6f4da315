package io.crossline.evaluation.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.crossline.contracts.Method;

/**
 * What a client asked for.
 *
 * @param sourceDataset what the training images of the source line belong to
 * @param methods in the order of a table
 */
public record Adaptation(UUID adaptationId, String sourceLine, String targetLine, String sourceDataset,
        String targetDataset, String preset, long seed, List<Method> methods, Instant requestedAt) {}
