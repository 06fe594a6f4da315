package io.crossline.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Split;
import io.crossline.testing.DatasetFiles;

class LibsvmDatasetTest {

    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);

    @TempDir
    Path directory;

    @Test
    void mapsLabelsAndValues() throws IOException {
        // Given labels 1 and 10, values -1, 0 and 1
        write(DatasetFiles.libsvmLine(1, -1), DatasetFiles.libsvmLine(10, 0), DatasetFiles.libsvmLine(5, 1));

        // When
        CollectedSamples train = CollectedSamples.of(new LibsvmDataset(directory), Split.TRAIN, SHAPE);

        // Then label k is digit k-1, and -1..1 is 0..255
        assertThat(train.labels).containsExactly(0, 9, 4);
        assertThat(train.images.get(0)).hasSize(784).containsOnly(0);
        assertThat(train.images.get(1)).containsOnly(128);
        assertThat(train.images.get(2)).containsOnly(255);
    }

    @Test
    void badLinesAreRejectedByNumberAndTheRestGoesOn() throws IOException {
        // Given five bad lines among two good ones
        String good = DatasetFiles.libsvmLine(3, 0.5);
        write(good, "3 1:0.5 2:0.5", DatasetFiles.libsvmLine(11, 0), good.replace("7:0.5", "7:x"),
                good.replace(" 9:0.5", " 9:1.5"), good.replace("12:0.5", "13:0.5"), good);

        // When
        CollectedSamples train = CollectedSamples.of(new LibsvmDataset(directory), Split.TRAIN, SHAPE);

        // Then
        String file = directory.resolve("usps.bz2").toString();
        assertThat(train.labels).containsExactly(2, 2);
        assertThat(train.rejected).hasSize(5)
                .containsEntry(file + " line 2", "has 2 values, expected 256")
                .containsEntry(file + " line 3", "has label '11', expected 1 to 10")
                .containsEntry(file + " line 4", "has '7:x', expected a number after 7:")
                .containsEntry(file + " line 5", "has '9:1.5', expected a value from -1 to 1")
                .containsEntry(file + " line 6", "has '13:0.5' as value 12, expected 12:VALUE");
    }

    @Test
    void readsPlainFilesToo() throws IOException {
        Files.writeString(directory.resolve("usps"), DatasetFiles.libsvmLine(1, 0) + " \n");
        Files.writeString(directory.resolve("usps.t"), DatasetFiles.libsvmLine(2, 0) + "\n\n");

        LibsvmDataset dataset = new LibsvmDataset(directory);

        assertThat(dataset.count(Split.TEST)).hasValue(1);
        assertThat(CollectedSamples.of(dataset, Split.TEST, SHAPE).labels).containsExactly(1);
    }

    @Test
    void truncatedFileNamesTheFile() throws IOException {
        write(DatasetFiles.libsvmLine(1, 0));
        Path file = directory.resolve("usps.bz2");
        byte[] packed = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(packed, packed.length / 2));

        assertThatThrownBy(() -> new LibsvmDataset(directory)).isInstanceOf(DatasetException.class)
                .hasMessageContaining(file + " is damaged or truncated");
    }

    @Test
    void missingFileSaysWhatBelongsThere() {
        assertThatThrownBy(() -> new LibsvmDataset(directory))
                .hasMessageContaining(directory.resolve("usps") + " is missing").hasMessageContaining(".bz2");
    }

    private void write(String... lines) throws IOException {
        Files.write(directory.resolve("usps.bz2"), DatasetFiles.bzip2(String.join("\n", lines) + "\n"));
        Files.write(directory.resolve("usps.t.bz2"), DatasetFiles.bzip2(lines[0] + "\n"));
    }
}
