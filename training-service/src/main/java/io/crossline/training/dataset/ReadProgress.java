package io.crossline.training.dataset;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.SelectedBatch;

/** Turns the batches passed into images read and a fraction of the selection's offsets. */
final class ReadProgress {

    private final DataSelection selection;
    private final ReadListener listener;
    private final long total;
    private int images;

    ReadProgress(DataSelection selection, ReadListener listener) {
        this.selection = selection;
        this.listener = listener;
        this.total = selection.ranges().stream().mapToLong(ReadProgress::length).sum();
    }

    void passed(SelectedBatch<?> batch, int taken) {
        images += taken;
        long before = 0;
        for (OffsetRange range : selection.ranges()) {
            if (range.topic().equals(batch.topic()) && range.partition() == batch.partition()
                    && batch.offset() >= range.fromOffset() && batch.offset() < range.toOffset()) {
                listener.read(images, (double) (before + batch.offset() + 1 - range.fromOffset()) / total);
                return;
            }
            before += length(range);
        }
    }

    private static long length(OffsetRange range) {
        return range.toOffset() - range.fromOffset();
    }
}
