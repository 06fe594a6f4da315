/** Maximum mean discrepancy (Long et al. 2015): features of both lines that a set of kernels cannot tell apart, by {@link io.crossline.adaptation.alignment}. */
package io.crossline.adaptation.mmd;
