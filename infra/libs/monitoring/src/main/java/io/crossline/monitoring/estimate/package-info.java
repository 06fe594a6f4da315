/** How right a model is where nobody has labels. Pure maths; the evaluation service uses it for every window of images. */
package io.crossline.monitoring.estimate;
