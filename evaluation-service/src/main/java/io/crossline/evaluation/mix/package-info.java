/** What a line's newest images say of its mix of classes, beside what people told. */
package io.crossline.evaluation.mix;
