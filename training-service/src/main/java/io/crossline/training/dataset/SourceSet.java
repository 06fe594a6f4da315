package io.crossline.training.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.contracts.GivenLabel;

/**
 * Labelled images of a source line.
 *
 * @param images those of the line, and the examples of further classes where a job names some
 * @param examples of the target line among the images; none as a rule
 * @param positions of the batches taken, in the order of the images
 */
public record SourceSet(LabelledImages images, List<GivenLabel> examples, List<BatchPosition> positions,
        ReadReport report) {

    public SourceSet {
        examples = List.copyOf(examples);
        positions = List.copyOf(positions);
    }

    /**
     * Adds images of further classes. Each class is there as often as the line's rarest one at least: drawn as they come, a few among
     * thousands would not be learnt.
     */
    public SourceSet with(Examples further) {
        int rarest = rarest();
        int first = images.count();
        for (int i = 0; i < further.images().count(); i++) {
            images.add(further.images().withoutLabels().image(i), new int[]{further.images().label(i)});
        }
        for (int k = 0; k < images.classes(); k++) {
            int label = k;
            int[] own = IntStream.range(first, first + further.images().count())
                    .filter(i -> images.label(i) == label).toArray();
            for (int count = own.length; own.length > 0 && count < rarest; count++) {
                images.addAgain(own[count % own.length]);
            }
        }
        return new SourceSet(images, further.labels(), positions, report);
    }

    /** Images of the rarest class that there are images of. */
    private int rarest() {
        int[] counts = new int[images.classes()];
        for (int label : images.labels()) {
            counts[label]++;
        }
        return Arrays.stream(counts).filter(count -> count > 0).min().orElse(0);
    }
}
