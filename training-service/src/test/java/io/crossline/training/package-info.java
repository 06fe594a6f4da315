/** Tests of the service as a whole, against a real broker and with real training on small images. */
package io.crossline.training;
