package io.crossline.monitoring.drift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The images that a model was trained on, as the model sees them: what windows are compared with. In the line's order, in
 * stretches of at least a window's length (see {@link OrderedSample}): only then is it seen how much neighbouring images have in
 * common, and lots that come and go are no drift.
 */
public final class Reference {

    private final List<Observation> all;
    private final Map<Integer, List<Observation>> byClass = new HashMap<>();
    private Reference oneClass;
    private ReferenceBlocks cut;
    private int cutForWindowBlocks;

    /** @param observations at least one, in the line's order */
    public Reference(List<Observation> observations) {
        if (observations.isEmpty()) {
            throw new IllegalArgumentException("A reference needs images, there are none");
        }
        this.all = List.copyOf(observations);
        all.forEach(observation -> byClass.computeIfAbsent(observation.predictedClass(), k -> new ArrayList<>())
                .add(observation));
    }

    /** The same images as if there were one class only. */
    synchronized Reference ofOneClass() {
        if (oneClass == null) {
            oneClass = new Reference(all.stream().map(Observation::ofOneClass).toList());
        }
        return oneClass;
    }

    public List<Observation> all() {
        return all;
    }

    /**
     * Cut into blocks for windows of the given size; kept until a window of another size comes.
     *
     * @param blocks of the reference
     * @param windowBlocks blocks that a window will have
     */
    synchronized ReferenceBlocks blocks(int blocks, int windowBlocks) {
        if (cut == null || cut.images().blocks() != blocks || cutForWindowBlocks != windowBlocks) {
            cut = new ReferenceBlocks(BlockedImages.of(all, blocks), windowBlocks);
            cutForWindowBlocks = windowBlocks;
        }
        return cut;
    }

    /** Mean of a statistic over the reference's images, the classes weighted as in the given mix as far as it has them. */
    double mean(PictureStatistic statistic, double[] mix) {
        double sum = 0;
        double weights = 0;
        for (int k = 0; k < mix.length; k++) {
            List<Observation> images = byClass.getOrDefault(k, List.of());
            if (mix[k] > 0 && !images.isEmpty()) {
                sum += mix[k] * images.stream().mapToDouble(image -> image.statistics()[statistic.ordinal()])
                        .average().orElse(0);
                weights += mix[k];
            }
        }
        return weights == 0 ? 0 : sum / weights;
    }
}
