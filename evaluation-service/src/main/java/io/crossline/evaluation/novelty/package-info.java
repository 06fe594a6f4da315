/** How unknown images are looked for, and where those that were found are remembered. The maths is {@link io.crossline.monitoring.novelty}. */
package io.crossline.evaluation.novelty;
