package io.crossline.datasets.ingestion;

/**
 * An item of a data set that could not be used.
 *
 * @param item the file, or the file and line
 * @param reason what is wrong with it and what was expected
 */
public record RejectedItem(String item, String reason) {}
