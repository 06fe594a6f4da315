package io.crossline.kafka;

import java.util.List;

import io.crossline.contracts.DataSelection;

/**
 * What reading a {@link DataSelection} came to.
 *
 * @param batches handed on
 * @param images in them
 * @param duplicates batches left out because the same batch came before
 * @param skipped records that could not be used, with the reason
 */
public record SelectionReport(int batches, long images, int duplicates, List<SkippedRecord> skipped) {

    public SelectionReport {
        skipped = List.copyOf(skipped);
    }

    /** @throws SelectionUnavailableException if there was not one image */
    public SelectionReport requireImages(DataSelection selection) {
        if (images == 0) {
            String why = skipped.isEmpty()
                    ? "no record matches"
                    : "skipped " + skipped.size() + ", first " + skipped.get(0);
            throw new SelectionUnavailableException("The " + selection.split().id() + " selection of line "
                    + selection.line() + " has no images: " + why);
        }
        return this;
    }
}
