package io.crossline.datasets.simulator;

import io.crossline.contracts.ImageShape;

/**
 * Draws the images of one line. Image {@code i} depends on the seed and on {@code i} alone, never on what was drawn
 * before, so that a batch sent again is the same batch. Safe to share between threads.
 */
public final class LineSimulator {

    public static final int MIN_SIDE = 28;
    public static final int MAX_SIDE = 256;

    private static final int OVERSAMPLED_BELOW = 96;

    private final Drift drift;
    private final ClassMix mix;
    private final ImageShape shape;
    private final long firstPosition;
    private final long labelSeed;
    private final long batchSeed;
    private final long imageSeed;

    /** A line that stays as it is, with all classes equally often. */
    public LineSimulator(LineProfile profile, ImageShape shape, long seed) {
        this(Drift.none(profile), ClassMix.BALANCED, shape, seed, 0);
    }

    /**
     * @param shape sides of 28 to 256 pixels
     * @param firstPosition where in the drift image 0 lies
     * @throws io.crossline.contracts.InvalidFieldException if a side is out of its range
     */
    public LineSimulator(Drift drift, ClassMix mix, ImageShape shape, long seed, long firstPosition) {
        Bounds.check("shape.height", shape.height(), MIN_SIDE, MAX_SIDE);
        Bounds.check("shape.width", shape.width(), MIN_SIDE, MAX_SIDE);
        this.drift = drift;
        this.mix = mix;
        this.shape = shape;
        this.firstPosition = firstPosition;
        labelSeed = RandomStream.seed(seed, "labels");
        batchSeed = RandomStream.seed(seed, "batches");
        imageSeed = RandomStream.seed(seed, "images");
    }

    public ImageShape shape() {
        return shape;
    }

    /** Image number {@code index} of the line, from 0. */
    public SimulatedImage image(int index) {
        Bounds.check("index", index, 0, Integer.MAX_VALUE);
        LineProfile profile = drift.at(firstPosition + index);
        DefectClass defectClass = mix.at(labelSeed, index);
        RandomStream random = RandomStream.of(imageSeed, index);
        PartBatch batch = PartBatch.draw(RandomStream.of(batchSeed, index / PartBatch.PARTS));
        Part part = new Part(batch, defectClass, profile, random);
        // Small images get four samples a pixel; in large ones the soft edges are enough.
        int oversampling = Math.min(shape.height(), shape.width()) < OVERSAMPLED_BELOW ? 2 : 1;
        PartRenderer renderer = new PartRenderer(profile, part, shape.height() * oversampling,
                shape.width() * oversampling, random);
        byte[] pixels = new Sensor(profile.camera(), shape).expose(renderer.radiance(shape.channels()), oversampling,
                random);
        return new SimulatedImage(index, defectClass.ordinal(), pixels);
    }
}
