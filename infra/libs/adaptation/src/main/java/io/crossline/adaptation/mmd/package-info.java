/** Maximum mean discrepancy (Long et al. 2015): features of both lines that a set of kernels cannot tell apart. Implements {@link io.crossline.adaptation.trainer}. */
package io.crossline.adaptation.mmd;
