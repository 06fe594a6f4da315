/** Tells the audit's topic of the chain that {@code store} writes. */
package io.crossline.evaluation.audit;
