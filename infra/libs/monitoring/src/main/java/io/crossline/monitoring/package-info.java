/**
 * Watches a model whose line has no labels: {@code frames} (is it a usable picture), {@code novelty} (is it of a kind that the model
 * knows), {@code drift} (has the line changed), {@code estimate} (how right is the model), {@code gate} (which of two models is better).
 * {@code metrics} and {@code projection} are figures for people. Pure maths on arrays: no Kafka, no Quarkus, no database.
 */
package io.crossline.monitoring;
