/** What a service that computes needs at its start, as beans: the choice of CPU or GPU, and the backbones' folder. The only package here that knows a container. */
package io.crossline.networks.start;
