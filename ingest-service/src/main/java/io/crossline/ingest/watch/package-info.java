/**
 * Watched folders: image files that a camera drops into {@code ROOT/LINE/} are published and put aside. Hands them to
 * {@code io.crossline.ingest.capture}.
 */
package io.crossline.ingest.watch;
