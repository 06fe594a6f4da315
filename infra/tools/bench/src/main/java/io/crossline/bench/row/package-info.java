/** What is measured, in which unit, against which bar, and what came out. Knows no other package. */
package io.crossline.bench.row;
