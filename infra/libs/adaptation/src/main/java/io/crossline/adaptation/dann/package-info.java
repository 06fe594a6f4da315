/** Domain-adversarial training (Ganin et al. 2016): features that a domain classifier cannot tell apart. Implements {@link io.crossline.adaptation.trainer}. */
package io.crossline.adaptation.dann;
