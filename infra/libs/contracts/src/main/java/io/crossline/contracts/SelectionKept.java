package io.crossline.contracts;

import java.time.Instant;
import java.util.List;

/**
 * A data selection whose batches are kept on {@link Topics#DATASETS_KEPT}, so that it can be read when retention has deleted the captured
 * records.
 *
 * @param batches all batches of the selection, in its order
 */
public record SelectionKept(DataSelection selection, List<Batch> batches, Instant at) {

    /**
     * @param topic of the captured record
     * @param partition of the captured record
     * @param offset of the captured record
     * @param id of the batch, and key of its record on the topic of kept batches
     * @param keptPartition where it is kept
     * @param keptOffset where it is kept
     */
    public record Batch(String topic, int partition, long offset, String id, int keptPartition, long keptOffset) {

        public Batch {
            Require.text("topic", topic);
            Require.text("id", id);
        }
    }

    public SelectionKept {
        Require.present("selection", selection);
        batches = List.copyOf(Require.present("batches", batches));
        Require.present("at", at);
    }

    /** The same for the same selection. */
    public static String key(DataSelection selection) {
        return Sha256.hex(Json.encode(selection));
    }

    /** Whether all of the other selection that lies in the range is here, too. */
    public boolean covers(DataSelection other, OffsetRange range) {
        if (!selection.line().equals(other.line()) || selection.split() != other.split()) {
            return false;
        }
        boolean isWhole = (selection.dataset() == null || selection.dataset().equals(other.dataset()))
                && selection.ranges().stream().anyMatch(kept -> kept.topic().equals(range.topic())
                        && kept.partition() == range.partition() && kept.fromOffset() <= range.fromOffset()
                        && kept.toOffset() >= range.toOffset());
        // a single record: it does not matter what else is in its neighbourhood
        return isWhole || range.toOffset() == range.fromOffset() + 1
                && batches.stream().anyMatch(batch -> isIn(batch, range));
    }

    /** The batches whose captured records lie in the range. */
    public List<Batch> in(OffsetRange range) {
        return batches.stream().filter(batch -> isIn(batch, range)).toList();
    }

    private static boolean isIn(Batch batch, OffsetRange range) {
        return batch.topic().equals(range.topic()) && batch.partition() == range.partition()
                && batch.offset() >= range.fromOffset() && batch.offset() < range.toOffset();
    }
}
