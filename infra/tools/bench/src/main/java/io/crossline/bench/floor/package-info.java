/**
 * What no program can beat: the arithmetic and the bytes of each step, counted from the declarations in
 * {@code io.crossline.networks}, at the rates that this machine has for a matrix product or convolution and a copy.
 */
package io.crossline.bench.floor;
