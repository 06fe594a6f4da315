package io.crossline.networks.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.Views;
import io.crossline.networks.ClassifierArchitecture;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.GeneratorNetworks;

class ModelArchiveTest {

    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);

    @Test
    void aClassifierComesBackAsItWas() {
        try (ClassifierNetworks networks = ClassifierNetworks.create(SHAPE, 4, 1)) {
            byte[] archive = ModelArchive.write(Manifests.of(ModelKind.CLASSIFIER, SHAPE, 4,
                    ModelArchive.parametersSha256(networks)), networks);

            try (ClassifierNetworks read = ModelArchive.readClassifier(archive)) {
                assertThat(read.shape()).isEqualTo(SHAPE);
                assertThat(read.classes()).isEqualTo(4);
                assertThat(ModelArchive.parametersSha256(read)).isEqualTo(ModelArchive.parametersSha256(networks));
            }
            assertThat(ModelArchive.readManifest(archive).modelVersion()).isEqualTo("test-1");
        }
    }

    /** Given a network with two residual blocks a stage, when it is archived, then it comes back with both. */
    @Test
    void aDeepResidualClassifierComesBackAsItWas() {
        ImageShape shape = new ImageShape(1, 96, 96);
        try (ClassifierNetworks networks = ClassifierNetworks.create(ClassifierArchitecture.RESIDUAL_DEEP,
                Views.MIRRORED, shape, 4, 1)) {
            String hash = ModelArchive.parametersSha256(networks);

            try (ClassifierNetworks read = ModelArchive
                    .readClassifier(ModelArchive.write(Manifests.ofResidual(shape, 4, hash), networks))) {
                assertThat(read.parameterCount()).isEqualTo(networks.parameterCount());
                assertThat(ModelArchive.parametersSha256(read)).isEqualTo(hash);
            }
        }
    }

    @Test
    void generatorsComeBackAsTheyWere() {
        try (GeneratorNetworks networks = GeneratorNetworks.create(SHAPE, 4, 1)) {
            byte[] archive = ModelArchive.write(Manifests.of(ModelKind.GENERATOR, SHAPE, 4,
                    ModelArchive.parametersSha256(networks)), networks);

            try (GeneratorNetworks read = ModelArchive.readGenerators(archive)) {
                assertThat(ModelArchive.parametersSha256(read)).isEqualTo(ModelArchive.parametersSha256(networks));
            }
            assertThatThrownBy(() -> ModelArchive.readClassifier(archive)).isInstanceOf(CorruptArchiveException.class)
                    .hasMessageContaining("holds a GENERATOR, expected a CLASSIFIER");
        }
    }

    @Test
    void anyDl4jProgramCanOpenTheEntries() throws IOException {
        try (ClassifierNetworks networks = ClassifierNetworks.create(SHAPE, 4, 1)) {
            Map<String, byte[]> entries = ArchiveTampering
                    .entries(ModelArchive.write(Manifests.of(ModelKind.CLASSIFIER, SHAPE,
                            4, ModelArchive.parametersSha256(networks)), networks));

            MultiLayerNetwork read = ModelSerializer.restoreMultiLayerNetwork(
                    new ByteArrayInputStream(entries.get("labelClassifier.zip")), false);

            assertThat(read.params().toFloatVector())
                    .isEqualTo(networks.labelClassifier().parameters().values().toFloatVector());
        }
    }

    @Test
    void damageIsNamed() {
        try (ClassifierNetworks networks = ClassifierNetworks.create(SHAPE, 4, 1);
                ClassifierNetworks others = ClassifierNetworks.create(SHAPE, 4, 2)) {
            String hash = ModelArchive.parametersSha256(networks);
            byte[] archive = ModelArchive.write(Manifests.of(ModelKind.CLASSIFIER, SHAPE, 4, hash), networks);

            assertThatThrownBy(() -> ModelArchive.readClassifier(new byte[]{1, 2, 3}))
                    .isInstanceOf(CorruptArchiveException.class).hasMessageContaining("no zip file");
            assertThatThrownBy(() -> ModelArchive.readClassifier(Arrays.copyOf(archive, archive.length / 2)))
                    .isInstanceOf(CorruptArchiveException.class);
            Map<String, byte[]> entries = ArchiveTampering.entries(archive);
            entries.put("labelClassifier.zip", NetworkFiles.write(others.labelClassifier()));
            assertThatThrownBy(() -> ModelArchive.readClassifier(ZipEntries.write(entries)))
                    .isInstanceOf(CorruptArchiveException.class).hasMessageContaining("SHA-256")
                    .hasMessageContaining(hash);
            entries.remove("labelClassifier.zip");
            assertThatThrownBy(() -> ModelArchive.readClassifier(ZipEntries.write(entries)))
                    .isInstanceOf(CorruptArchiveException.class).hasMessageContaining("has no labelClassifier.zip");
        }
    }

    @Test
    void aManifestOfOtherParametersIsRefused() {
        try (ClassifierNetworks networks = ClassifierNetworks.create(SHAPE, 4, 1)) {
            assertThatThrownBy(() -> ModelArchive
                    .write(Manifests.of(ModelKind.CLASSIFIER, SHAPE, 4, "0".repeat(64)), networks))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("parametersSha256");
            assertThatThrownBy(() -> ModelArchive.write(Manifests.of(ModelKind.CLASSIFIER, SHAPE, 5,
                    ModelArchive.parametersSha256(networks)), networks))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("5 names")
                    .hasMessageContaining("4 classes");
        }
    }
}
