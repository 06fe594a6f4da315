/**
 * How often each class occurs among images without labels, from what a classifier says of them: label shift, the images of each
 * class being like those of the source. Pure functions of probabilities.
 */
package io.crossline.networks.shift;
