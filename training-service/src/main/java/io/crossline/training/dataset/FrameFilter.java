package io.crossline.training.dataset;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import io.crossline.contracts.FrameCheck;
import io.crossline.contracts.Images;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.Labels;
import io.crossline.monitoring.frames.FrameFinding;
import io.crossline.monitoring.frames.FrameInspector;

/** Leaves unusable frames out of one selection, whose batches come in the order of their offsets. */
public final class FrameFilter {

    private final Set<FrameCheck> off;
    private final FrameInspector inspector = new FrameInspector();
    private final Map<FrameCheck, Integer> counts = new EnumMap<>(FrameCheck.class);

    private FrameFilter(Set<FrameCheck> off) {
        this.off = off;
    }

    /** One that leaves nothing out. */
    public static FrameFilter none() {
        return new FrameFilter(null);
    }

    /** @param off checks that the line does without */
    public static FrameFilter without(Set<FrameCheck> off) {
        return new FrameFilter(Set.copyOf(off));
    }

    /** Indices of the usable images; to be called once for each batch. */
    int[] usable(Images images) {
        if (off == null) {
            return IntStream.range(0, images.count()).toArray();
        }
        List<Optional<FrameFinding>> findings = inspector.inspect(images, off);
        findings.forEach(finding -> finding.ifPresent(found -> counts.merge(found.check(), 1, Integer::sum)));
        return IntStream.range(0, findings.size()).filter(image -> findings.get(image).isEmpty()).toArray();
    }

    /** The batch of the usable images; empty where there are none. To be called once for each batch. */
    Optional<LabelledBatch> usable(LabelledBatch batch) {
        int[] images = usable(batch.images());
        if (images.length == batch.images().count()) {
            return Optional.of(batch);
        }
        if (images.length == 0) {
            return Optional.empty();
        }
        int[] labels = IntStream.of(images).map(image -> batch.labels().values()[image]).toArray();
        return Optional.of(new LabelledBatch(batch.origin(), batch.images().only(images),
                new Labels(batch.labels().classNames(), labels)));
    }

    /** How many images each check left out so far. */
    Map<FrameCheck, Integer> counts() {
        return Collections.unmodifiableMap(new EnumMap<>(counts));
    }
}
