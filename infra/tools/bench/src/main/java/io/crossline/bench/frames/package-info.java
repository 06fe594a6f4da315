/** {@code infra/crossline frames}: how many spoilt camera frames the checks of {@code infra/libs/monitoring} miss, how many good ones they mark, and what they cost. */
package io.crossline.bench.frames;
