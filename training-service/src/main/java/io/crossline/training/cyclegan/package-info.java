/** CycleGAN (Zhu et al. 2017): generators between the looks of two lines, learnt without pairs. Implements {@link io.crossline.training.trainer}. */
package io.crossline.training.cyclegan;
