/** Features in the plane: principal component analysis and what it gives. Pure maths. */
package io.crossline.monitoring.projection;
