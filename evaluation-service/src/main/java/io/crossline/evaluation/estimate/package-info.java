/** How right a model is where nobody has labels. Pure maths; {@code serving} uses it for every window of images. */
package io.crossline.evaluation.estimate;
