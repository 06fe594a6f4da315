package io.crossline.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Sha256;
import io.crossline.contracts.Split;

/** MNIST and USPS themselves, where the environment variable CROSSLINE_DATA names a folder with both. */
class PublicDataTest {

    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);

    @Test
    void readsMnist() {
        IdxDataset dataset = new IdxDataset(data("mnist"));

        CollectedSamples test = CollectedSamples.of(dataset, Split.TEST, SHAPE);

        assertThat(dataset.count(Split.TRAIN)).hasValue(60_000);
        assertThat(dataset.classNames()).hasSize(10);
        assertThat(test.labels).hasSize(10_000).startsWith(7, 2, 1, 0, 4, 1, 4, 9, 5, 9);
    }

    @Test
    void readsUspsAsPyTorchWould() {
        LibsvmDataset dataset = new LibsvmDataset(data("usps"));

        CollectedSamples train = CollectedSamples.of(dataset, Split.TRAIN, SHAPE);

        // Then the counts of each digit, and pixels as of F.interpolate to 28x28, rounded
        assertThat(dataset.count(Split.TEST)).hasValue(2007);
        assertThat(train.rejected).isEmpty();
        assertThat(List.of(1194, 1005, 731, 658, 652, 556, 664, 645, 542, 644))
                .isEqualTo(java.util.stream.IntStream.range(0, 10)
                        .mapToObj(digit -> Collections.frequency(train.labels, digit)).toList());
        assertThat(train.labels).startsWith(6, 5, 4);
        assertThat(train.images.stream().limit(3).map(Sha256::hex)).containsExactly(
                "f798824371b52f49d22c5df0b921a5077deb09e1986633245f4e44ead43e2ff7",
                "559b8644fc39a1b06d958808c05fbdae1fdeb0045d725cee9064b0d66d757c12",
                "956b812f0b19cf39a75e391e3bd2800dee201910b5d7be1e8df2d3783b59696a");
    }

    @Test
    void knowsTheirChecksums() {
        Map.of(NamedDataset.MNIST, "mnist", NamedDataset.USPS, "usps").forEach((dataset, folder) -> dataset.files()
                .forEach(file -> assertThat(
                        FileChecksum.of(data(folder).resolve(file.packedName())).isOneOf(file.sha256())).isTrue()));
    }

    private static Path data(String name) {
        String root = System.getenv("CROSSLINE_DATA");
        assumeTrue(root != null,
                "CROSSLINE_DATA names no folder with mnist/ and usps/, so the public data are not tested");
        return Path.of(root, name);
    }
}
