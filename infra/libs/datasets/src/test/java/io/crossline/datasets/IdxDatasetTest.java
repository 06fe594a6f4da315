package io.crossline.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Split;
import io.crossline.testing.DatasetFiles;

class IdxDatasetTest {

    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);

    @TempDir
    Path directory;

    @BeforeEach
    void writeFiles() throws IOException {
        DatasetFiles.idx(directory, 20, 10, 28, 5);
    }

    @Test
    void readsImagesAndLabelsInTheOrderOfTheFile() throws IOException {
        // Given
        IdxDataset dataset = new IdxDataset(directory);

        // When
        CollectedSamples train = CollectedSamples.of(dataset, Split.TRAIN, SHAPE);

        // Then
        byte[] content = DatasetFiles.idxImages(20, 28);
        assertThat(train.images).hasSize(20);
        assertThat(train.images.get(3)).isEqualTo(Arrays.copyOfRange(content, 16 + 3 * 784, 16 + 4 * 784));
        assertThat(train.labels).startsWith(0, 1, 2, 3, 4, 0);
        assertThat(dataset.classNames()).containsExactly("0", "1", "2", "3", "4");
        assertThat(dataset.naturalShape()).isEqualTo(SHAPE);
        assertThat(dataset.count(Split.TEST)).hasValue(10);
    }

    @Test
    void readsPlainFilesToo() throws IOException {
        unpack("train-images-idx3-ubyte", DatasetFiles.idxImages(20, 28));

        assertThat(CollectedSamples.of(new IdxDataset(directory), Split.TRAIN, SHAPE).images).hasSize(20);
    }

    @Test
    void bringsImagesToTheAskedShape() {
        ImageShape asked = new ImageShape(3, 32, 32);

        CollectedSamples test = CollectedSamples.of(new IdxDataset(directory), Split.TEST, asked);

        assertThat(test.images).allSatisfy(image -> assertThat(image).hasSize(asked.bytes()));
    }

    @Test
    void stopsAtTheLimit() {
        assertThat(CollectedSamples.of(new IdxDataset(directory), Split.TRAIN, SHAPE, 7).images).hasSize(7);
    }

    @Test
    void truncatedFileNamesFileExpectedAndFoundBytes() throws IOException {
        // Given a plain file that lacks its last 1000 bytes
        byte[] content = DatasetFiles.idxImages(20, 28);
        unpack("train-images-idx3-ubyte", Arrays.copyOf(content, content.length - 1000));

        // When, then
        assertThatThrownBy(() -> new IdxDataset(directory)).isInstanceOf(DatasetException.class)
                .hasMessageContaining(directory.resolve("train-images-idx3-ubyte").toString())
                .hasMessageContaining("truncated: expected 15696 bytes").hasMessageContaining("found 14696");
    }

    @Test
    void truncatedGzipNamesFileExpectedAndFoundBytes() throws IOException {
        // Given a packed file that lacks its end
        Path file = directory.resolve("t10k-images-idx3-ubyte.gz");
        byte[] packed = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(packed, packed.length / 2));

        // When, then
        assertThatThrownBy(() -> new IdxDataset(directory)).isInstanceOf(DatasetException.class)
                .hasMessageContaining(file.toString()).hasMessageContaining("truncated: expected 7856 bytes");
    }

    @Test
    void wrongMagicSaysWhatWasExpected() throws IOException {
        unpack("train-labels-idx1-ubyte", DatasetFiles.idxImages(1, 28));

        assertThatThrownBy(() -> new IdxDataset(directory)).hasMessageContaining("train-labels-idx1-ubyte")
                .hasMessageContaining("0x00000803, expected 0x00000801");
    }

    @Test
    void countsThatDifferSayBoth() throws IOException {
        unpack("train-labels-idx1-ubyte", DatasetFiles.idxLabels(19, 5));

        assertThatThrownBy(() -> new IdxDataset(directory)).hasMessageContaining("19 labels, expected 20");
    }

    @Test
    void labelsWithoutImagesSayWhichFileIsMissing() throws IOException {
        Files.delete(directory.resolve("train-images-idx3-ubyte.gz"));

        assertThatThrownBy(() -> new IdxDataset(directory))
                .hasMessageContaining("train-labels-idx1-ubyte.gz has labels, but their images are missing")
                .hasMessageContaining("train-images-idx3-ubyte.gz");
    }

    @Test
    void imagesWithoutLabelsAreUnlabelled() throws IOException {
        Files.delete(directory.resolve("train-labels-idx1-ubyte.gz"));

        CollectedSamples train = CollectedSamples.of(new IdxDataset(directory), Split.TRAIN, SHAPE);

        assertThat(train.labels).containsOnly(SampleSink.UNLABELLED);
    }

    @Test
    void emptyFolderSaysWhatBelongsThere() throws IOException {
        Path empty = Files.createDirectory(directory.resolve("empty"));

        assertThatThrownBy(() -> new IdxDataset(empty)).hasMessageContaining("train-images-idx3-ubyte is missing");
    }

    private void unpack(String name, byte[] content) throws IOException {
        Files.delete(directory.resolve(name + ".gz"));
        Files.write(directory.resolve(name), content);
    }
}
