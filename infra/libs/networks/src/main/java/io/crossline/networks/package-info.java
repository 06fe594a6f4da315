/**
 * The networks: their declarations as DL4J configurations, their parameters, and the executor that runs them on ND4J's
 * native ops. Neighbours: {@code tape} (differentiation), {@code image} (bytes to tensors), {@code archive} (files),
 * {@code inference} (what the services call).
 */
package io.crossline.networks;
