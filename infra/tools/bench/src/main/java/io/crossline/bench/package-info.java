/**
 * {@code infra/crossline bench}: measures Crossline beside PyTorch and its streams beside the same work without Kafka, round by
 * round in turns.
 * <p>
 * {@code row} says what is measured, {@code process} runs the two sides as processes of their own and lets them take turns,
 * {@code worker} is Crossline's side, {@code floor} computes what the machine allows, {@code report} writes it down. Measures
 * {@code io.crossline.training}, {@code io.crossline.ingest} and {@code io.crossline.networks}; nothing depends on it.
 */
package io.crossline.bench;
