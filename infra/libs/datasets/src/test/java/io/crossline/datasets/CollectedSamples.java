package io.crossline.datasets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.crossline.contracts.ImagePart;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.PictureSettings;
import io.crossline.contracts.Split;

/** Everything that a reader hands over. */
final class CollectedSamples implements SampleSink {

    final List<byte[]> images = new ArrayList<>();
    final List<Integer> labels = new ArrayList<>();
    final List<ImagePart> parts = new ArrayList<>();
    final Map<String, String> rejected = new LinkedHashMap<>();
    private final int limit;

    private CollectedSamples(int limit) {
        this.limit = limit;
    }

    static CollectedSamples of(Dataset dataset, Split split, ImageShape shape) {
        return of(dataset, split, shape, Integer.MAX_VALUE);
    }

    static CollectedSamples of(Dataset dataset, Split split, ImageShape shape, int limit) {
        CollectedSamples samples = new CollectedSamples(limit);
        dataset.read(split, shape, PictureSettings.STRETCHED, samples);
        return samples;
    }

    @Override
    public boolean wantsMore() {
        return images.size() < limit;
    }

    @Override
    public void accept(byte[] pixels, int label, ImagePart part) {
        images.add(pixels);
        labels.add(label);
        parts.add(part);
    }

    @Override
    public void reject(String item, String reason) {
        rejected.put(item, reason);
    }
}
