package io.crossline.evaluation.serving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.crossline.contracts.FrameCheck;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImagePart;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.Labels;
import io.crossline.contracts.SelectedBatch;
import io.crossline.contracts.UnlabelledBatch;
import io.crossline.monitoring.drift.ImagePlace;
import io.crossline.monitoring.frames.FrameFinding;

/**
 * A captured batch whose frames were checked.
 *
 * @param findings an entry an image; empty for a usable one
 * @param sentAgain whether the same batch lies elsewhere on the topic, too, and its frames are counted there
 */
public record InspectedBatch(SelectedBatch<ImageBatch> selected, List<Optional<FrameFinding>> findings,
        boolean sentAgain) {

    public InspectedBatch {
        findings = List.copyOf(findings);
    }

    public ImageBatch batch() {
        return selected.batch();
    }

    ImagePlace place(int image) {
        return new ImagePlace(selected.topic(), selected.partition(), selected.offset(), image);
    }

    /** Indexes of the usable images. */
    int[] usableImages() {
        return IntStream.range(0, findings.size()).filter(image -> findings.get(image).isEmpty()).toArray();
    }

    public boolean isAnyUsable() {
        return findings.stream().anyMatch(Optional::isEmpty);
    }

    /** The batch of the usable images; there is at least one. */
    public ImageBatch usable() {
        int[] images = usableImages();
        if (images.length == findings.size()) {
            return batch();
        }
        if (batch() instanceof LabelledBatch labelled) {
            int[] labels = IntStream.of(images).map(image -> labelled.labels().values()[image]).toArray();
            return new LabelledBatch(labelled.origin(), labelled.images().only(images),
                    new Labels(labelled.labels().classNames(), labels));
        }
        return new UnlabelledBatch(batch().origin(), batch().images().only(images));
    }

    /** Why each image is unusable, null for a usable one. */
    List<FrameCheck> reasons() {
        List<FrameCheck> reasons = new ArrayList<>();
        findings.forEach(finding -> reasons.add(finding.map(FrameFinding::check).orElse(null)));
        return reasons;
    }

    /** When the image was taken. */
    Instant capturedAt(int image) {
        Instant own = batch().images().part(image).capturedAt();
        return own == null ? batch().origin().capturedAt() : own;
    }

    /** The unusable images that are to be counted. */
    public List<UnusableFrame> unusable() {
        if (sentAgain) {
            return List.of();
        }
        return IntStream.range(0, findings.size()).filter(image -> findings.get(image).isPresent())
                .mapToObj(image -> frame(image, findings.get(image).get())).toList();
    }

    private UnusableFrame frame(int image, FrameFinding finding) {
        ImagePart part = batch().images().part(image);
        return new UnusableFrame(batch().line(), place(image), finding.check(), finding.measured(), finding.limit(),
                part.partId(), part.fileName(), capturedAt(image));
    }
}
