package io.crossline.networks;

import io.crossline.contracts.ImageShape;

/**
 * The generators of a line pair. Both take and give images {@code [N, C, H, W]} in -1..1.
 *
 * @param shape of the images
 * @param sourceToTarget gives a source image the target's look
 * @param targetToSource gives a target image the source's look
 */
public record GeneratorNetworks(ImageShape shape, Network sourceToTarget, Network targetToSource)
        implements
            AutoCloseable {

    /**
     * Fresh parameters, drawn from the seed.
     *
     * @param width channels of the first layer; 64 in the seed
     */
    public static GeneratorNetworks create(ImageShape shape, int width, long seed) {
        return new GeneratorNetworks(shape, Network.create(Networks.generator(shape, width), seed),
                Network.create(Networks.generator(shape, width), seed + 1));
    }

    @Override
    public void close() {
        sourceToTarget.close();
        targetToSource.close();
    }
}
