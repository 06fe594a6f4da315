/** Tests of how jobs run, stop, go on and fail. */
package io.crossline.training.jobs;
