/**
 * Single images as they come, uploaded or found in a watched folder: decodes them, brings them to the line's shape and
 * publishes them in batches. Used by {@code io.crossline.ingest.rest} and {@code io.crossline.ingest.watch}.
 */
package io.crossline.ingest.capture;
