package io.crossline.networks.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.contracts.BackboneFile;
import io.crossline.contracts.ImageShape;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.backbone.Backbone;
import io.crossline.networks.backbone.BackboneException;
import io.crossline.networks.backbone.Backbones;
import io.crossline.networks.inference.Classifier;
import io.crossline.testing.TinyBackbone;

/** A classifier on a backbone: its archive holds what was learnt, and names the backbone's file. */
class BackboneArchiveTest {

    private static final ImageShape SHAPE = new ImageShape(1, 30, 50);

    @TempDir
    Path folder;

    /** Given an archive and its backbone under another name, when it is loaded, then it predicts as before. */
    @Test
    void aClassifierComesBackAsItWas() throws IOException {
        byte[] pixels = new byte[3 * SHAPE.bytes()];
        new Random(1).nextBytes(pixels);
        TinyBackbone.write(folder, 1);
        try (Backbones backbones = new Backbones(folder)) {
            Backbone backbone = backbones.find("tiny.onnx").orElseThrow();
            try (Classifier classifier = new Classifier(ClassifierNetworks.create(backbone, SHAPE, 4, 1))) {
                byte[] archive = archive(backbone);
                Files.move(folder.resolve("tiny.onnx"), folder.resolve("renamed.onnx"));
                Files.move(folder.resolve("tiny.json"), folder.resolve("renamed.json"));

                try (Backbones later = new Backbones(folder); Classifier read = Classifier.load(archive, later)) {
                    assertThat(read.predict(pixels).probabilities())
                            .isDeepEqualTo(classifier.predict(pixels).probabilities());
                    assertThat(read.predict(pixels).features()).hasDimensions(3, 128);
                }
                assertThat(ModelArchive.readManifest(archive).backbone()).isEqualTo(backbone.file());
            }
        }
    }

    @Test
    void aBackboneThatIsMissingIsNamed() throws IOException {
        TinyBackbone.write(folder, 1);
        byte[] archive;
        BackboneFile file;
        try (Backbones backbones = new Backbones(folder)) {
            Backbone backbone = backbones.find("tiny.onnx").orElseThrow();
            file = backbone.file();
            archive = archive(backbone);
        }
        TinyBackbone.write(folder, 2);

        try (Backbones others = new Backbones(folder)) {
            assertThatExceptionOfType(BackboneException.class)
                    .isThrownBy(() -> ModelArchive.readClassifier(archive, others))
                    .withMessage("The model needs the backbone tiny.onnx with SHA-256 " + file.sha256()
                            + ", which is not in " + folder.toAbsolutePath());
        }
        assertThatExceptionOfType(BackboneException.class).isThrownBy(() -> ModelArchive.readClassifier(archive))
                .withMessageContaining(file.sha256());
    }

    /** Given a JSON file that changed since the training, when the model is loaded, then it is refused: features differ. */
    @Test
    void otherPreprocessingIsRefused() throws IOException {
        TinyBackbone.write(folder, 1);
        byte[] archive;
        try (Backbones backbones = new Backbones(folder)) {
            archive = archive(backbones.find("tiny.onnx").orElseThrow());
        }
        Files.writeString(folder.resolve("tiny.json"), TinyBackbone.PREPROCESSING.replace("0.25", "0.5"));

        try (Backbones changed = new Backbones(folder)) {
            assertThatExceptionOfType(BackboneException.class)
                    .isThrownBy(() -> ModelArchive.readClassifier(archive, changed))
                    .withMessageContaining("the JSON file beside the backbone tiny.onnx")
                    .withMessageContaining("had other values");
        }
    }

    @Test
    void backbonesAreFoundByNameAndByHash() throws IOException {
        TinyBackbone.write(folder, 1);
        try (Backbones backbones = new Backbones(folder); Backbones none = new Backbones(folder.resolve("none"))) {
            Backbone byName = backbones.find("tiny.onnx").orElseThrow();

            assertThat(backbones.find(byName.file().sha256())).containsSame(byName);
            assertThat(backbones.find("tiny")).isEmpty();
            assertThat(none.find("tiny.onnx")).isEmpty();
        }
    }

    private static byte[] archive(Backbone backbone) {
        try (ClassifierNetworks networks = ClassifierNetworks.create(backbone, SHAPE, 4, 1)) {
            return ModelArchive.write(Manifests.of(SHAPE, 4, backbone.file(), ModelArchive.parametersSha256(networks)),
                    networks);
        }
    }
}
