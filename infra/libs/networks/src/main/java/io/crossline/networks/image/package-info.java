/** Between images of bytes and tensors of floats. */
package io.crossline.networks.image;
