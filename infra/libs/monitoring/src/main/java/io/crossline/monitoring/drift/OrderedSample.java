package io.crossline.monitoring.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A uniform sample of stretches from a stream of unknown length, in the stream's order (Vitter 1985, algorithm R, over
 * stretches). Neighbours stay neighbours within a stretch, as a {@link Reference} needs it. The same stream gives the same
 * sample. Memory is bounded by the sample and one stretch.
 *
 * @param <T> what the stream is of
 */
public final class OrderedSample<T> {

    private final int stretch;
    private final int most;
    private final SplittableRandom random = new SplittableRandom(0);
    private final List<Stretch<T>> kept = new ArrayList<>();
    private List<T> current = new ArrayList<>();
    private int seen;

    /**
     * @param size most elements of the sample, at least one stretch
     * @param stretch elements that stay together, such as two windows' images
     */
    public OrderedSample(int size, int stretch) {
        if (stretch < 1 || size < stretch) {
            throw new IllegalArgumentException(
                    "size is " + size + " and stretch " + stretch + ", expected 1 <= stretch <= size");
        }
        this.stretch = stretch;
        this.most = size / stretch;
    }

    private record Stretch<T>(int index, List<T> elements) {}

    public void add(T element) {
        current.add(element);
        if (current.size() == stretch) {
            keep(new Stretch<>(seen++, current));
            current = new ArrayList<>();
        }
    }

    private void keep(Stretch<T> next) {
        if (kept.size() < most) {
            kept.add(next);
        } else {
            int place = random.nextInt(seen);
            if (place < most) {
                kept.set(place, next);
            }
        }
    }

    /** In the stream's order. An incomplete last stretch is taken where there is still room. */
    public List<T> elements() {
        List<T> elements = new ArrayList<>();
        kept.stream().sorted(Comparator.comparingInt(Stretch::index)).forEach(part -> elements.addAll(part.elements()));
        if (kept.size() < most) {
            elements.addAll(current);
        }
        return elements;
    }
}
