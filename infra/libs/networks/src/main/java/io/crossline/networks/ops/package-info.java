/**
 * The differentiable operations, each a forward kernel and its gradient on ND4J's native ops. Layouts: images
 * {@code [N, C, H, W]}, convolution weights {@code [O, I, H, W]}, matrices {@code [N, D]}; scalars {@code [1]}.
 */
package io.crossline.networks.ops;
