/** Results as text for people and as JSON for programs. Takes what {@code io.crossline.bench.row} holds. */
package io.crossline.bench.report;
