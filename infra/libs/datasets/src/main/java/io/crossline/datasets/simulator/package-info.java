/**
 * A simulated inspection line: a camera over a belt, drawn by code and fully determined by a seed.
 *
 * <p>
 * {@link io.crossline.datasets.simulator.SimulatorSpec} reads {@code sim:PROFILE} and opens a
 * {@link io.crossline.datasets.simulator.LineSimulator}, which draws any image by its index. The part (a milled flange
 * with a turned hub, a bore and four bolt holes) and its defects are a height field with a reflectance; a
 * {@link io.crossline.datasets.simulator.LineProfile} says how the line lights, carries and photographs it. The package
 * knows the contracts' image shape and splits, but no Kafka and no framework; the readers use it as one more
 * source of images.
 */
package io.crossline.datasets.simulator;
