/** Training of the classifier on labelled images alone: from fresh parameters on the source line, and fine-tuning on translated images. Implements {@link io.crossline.adaptation.trainer}. */
package io.crossline.adaptation.source;
