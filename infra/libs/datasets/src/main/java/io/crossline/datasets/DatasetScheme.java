package io.crossline.datasets;

/**
 * One kind of data set that can be ingested.
 *
 * @param name what a spec starts with
 * @param example of a whole spec
 * @param description one sentence for people
 */
public record DatasetScheme(String name, String example, String description) {}
