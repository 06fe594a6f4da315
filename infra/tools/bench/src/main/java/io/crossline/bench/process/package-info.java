/**
 * The two sides of a row as processes: starts them, lets them take turns over a line protocol, ends them. Neighbours:
 * {@code io.crossline.bench.worker} is what the Java side runs, {@code peer.py} the other.
 */
package io.crossline.bench.process;
