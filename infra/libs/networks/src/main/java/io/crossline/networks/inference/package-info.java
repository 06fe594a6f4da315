/** Trained networks at work on images of bytes: what translation and evaluation call. */
package io.crossline.networks.inference;
