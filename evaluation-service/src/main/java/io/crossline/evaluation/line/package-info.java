/** What people set for a line: its expected mix of classes, its good class, what errors cost, whether its parts may be turned, and its backbone. */
package io.crossline.evaluation.line;
