/** Features in the plane: principal component analysis and what it gives. Pure maths; used by {@code scoring}. */
package io.crossline.evaluation.projection;
