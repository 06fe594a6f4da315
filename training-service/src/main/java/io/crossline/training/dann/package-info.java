/** Domain-adversarial training (Ganin et al. 2016): features that a domain classifier cannot tell apart. Implements {@link io.crossline.training.trainer}. */
package io.crossline.training.dann;
