/** What people set for a line: its expected mix of classes, its good class, what errors cost. */
package io.crossline.evaluation.line;
