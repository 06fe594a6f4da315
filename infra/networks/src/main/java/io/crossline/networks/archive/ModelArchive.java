package io.crossline.networks.archive;

import io.crossline.contracts.ModelManifest;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.GeneratorNetworks;

/**
 * A trained model as one zip file: {@code manifest.json} and one DL4J {@code ModelSerializer} zip for each network, which
 * any DL4J program can open. A classifier's entries are {@code featureExtractor.zip} and {@code labelClassifier.zip}, a
 * generator's {@code sourceToTarget.zip} and {@code targetToSource.zip}.
 */
public final class ModelArchive {

    private ModelArchive() {}

    /** SHA-256, in hex, over the parameters of both networks: what the manifest must say. */
    public static String parametersSha256(ClassifierNetworks networks) {
        throw new UnsupportedOperationException();
    }

    /** SHA-256, in hex, over the parameters of both networks: what the manifest must say. */
    public static String parametersSha256(GeneratorNetworks networks) {
        throw new UnsupportedOperationException();
    }

    /**
     * @return the archive's bytes
     * @throws IllegalArgumentException if the manifest is of another kind, shape or number of classes, or its SHA-256 is
     *         not the parameters'
     */
    public static byte[] write(ModelManifest manifest, ClassifierNetworks networks) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #write(ModelManifest, ClassifierNetworks)}. */
    public static byte[] write(ModelManifest manifest, GeneratorNetworks networks) {
        throw new UnsupportedOperationException();
    }

    /** @throws CorruptArchiveException if the archive is damaged */
    public static ModelManifest readManifest(byte[] archive) {
        throw new UnsupportedOperationException();
    }

    /**
     * @return the classifier; the caller closes it
     * @throws CorruptArchiveException if the archive is damaged, holds no classifier, or its parameters are not those of
     *         the manifest
     */
    public static ClassifierNetworks readClassifier(byte[] archive) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #readClassifier(byte[])}, for a generator archive. */
    public static GeneratorNetworks readGenerators(byte[] archive) {
        throw new UnsupportedOperationException();
    }
}
