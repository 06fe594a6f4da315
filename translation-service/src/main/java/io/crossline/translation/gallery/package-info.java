/** Sample images of a line pair as people look at them: PNG rows, one column a class. */
package io.crossline.translation.gallery;
