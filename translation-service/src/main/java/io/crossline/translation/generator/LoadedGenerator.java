package io.crossline.translation.generator;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.ModelManifest;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.networks.inference.Generators;

/** A pair of generators in memory, and what they are. */
public record LoadedGenerator(ModelManifest manifest, Generators generators) implements AutoCloseable {

    /** @throws io.crossline.networks.archive.CorruptArchiveException if the archive cannot be used */
    static LoadedGenerator of(byte[] archive) {
        ModelManifest manifest = ModelArchive.readManifest(archive);
        if (manifest.kind() != ModelKind.GENERATOR) {
            throw new InvalidFieldException("kind", "of " + manifest.modelVersion() + " is " + manifest.kind()
                    + ", expected GENERATOR");
        }
        return new LoadedGenerator(manifest, Generators.load(archive));
    }

    @Override
    public void close() {
        generators.close();
    }
}
