/** CycleGAN (Zhu et al. 2017): generators between the looks of two lines, learnt without pairs. Implements {@link io.crossline.adaptation.trainer}. */
package io.crossline.adaptation.cyclegan;
