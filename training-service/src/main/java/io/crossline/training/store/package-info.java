/** Trained models on the bus, found by their version. Called by {@code jobs} for parent models and finished work. */
package io.crossline.training.store;
