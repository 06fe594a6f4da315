package io.crossline.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.contracts.ImagePart;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Split;
import io.crossline.testing.DatasetFiles;

class CsvDatasetTest {

    private static final ImageShape GREY = new ImageShape(1, 28, 28);

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void pictures() throws IOException {
        folder = Files.createDirectory(root.resolve("set"));
        for (int i = 0; i < 4; i++) {
            DatasetFiles.image(folder.resolve("img/" + i + ".png"), 28, false, i);
        }
        DatasetFiles.image(root.resolve("outside.png"), 28, false, 99);
    }

    @Test
    void readsClassSplitPartAndTime() throws IOException {
        // Given the columns in another order, a byte order mark, a quoted cell, an absolute path, and an unlabelled picture
        Path file = csv("\uFEFFclass,path,partId,split,capturedAt\r\n"
                + "gepru\u0308ft,img/0.png,\"P,0\",,2026-01-02T03:04:05Z\r\n"
                + ",img/1.png,,train,\r\n"
                + "dent," + folder.resolve("img/2.png") + ",P2,train,\r\n"
                + "dent,img/3.png,P3,test,\r\n");

        CollectedSamples train = read(file, Split.TRAIN);

        // Then those with a class come first
        assertThat(CsvDataset.open(file, 0).classNames()).containsExactly("dent", "gepr\u00fcft");
        assertThat(train.rejected).isEmpty();
        assertThat(train.labels).containsExactlyInAnyOrder(0, 1, SampleSink.UNLABELLED).last()
                .isEqualTo(SampleSink.UNLABELLED);
        assertThat(train.parts).contains(new ImagePart("P,0", "img/0.png", Instant.parse("2026-01-02T03:04:05Z")),
                new ImagePart(null, "img/1.png", null));
        assertThat(read(file, Split.TEST).labels).containsExactly(0);
    }

    @Test
    void badRowsAreRejectedByLineAndColumnAndTheRestGoesOn() throws IOException {
        Files.createSymbolicLink(folder.resolve("link.png"), root.resolve("outside.png"));
        Path file = csv("path;class;split;capturedAt\n"
                + "img/0.png;good;train;\n"
                + "\n"
                + "img/1.png;good;trian;\n"
                + "img/9.png;good;train;\n"
                + "../outside.png;good;train;\n"
                + "link.png;good;train;\n"
                + "img/1.png;good;train;yesterday\n"
                + "img/1.png;good\n"
                + ";good;train;\n"
                + "img\\0.png;good;test;\n"
                + "img/2.png;good;train;");

        CollectedSamples train = read(file, Split.TRAIN);

        assertThat(train.images).hasSize(2);
        assertThat(train.rejected)
                .containsEntry("parts.csv line 4",
                        "column split: split is 'trian', expected one of train, calibration, test")
                .containsEntry("parts.csv line 10", "column path: is empty, expected the path of a picture")
                .hasSize(8);
        assertThat(train.rejected.get("parts.csv line 5"))
                .startsWith("column path: is 'img/9.png', which is not there");
        assertThat(train.rejected.get("parts.csv line 6")).contains("leads out of");
        assertThat(train.rejected.get("parts.csv line 7")).contains("leads out of");
        assertThat(train.rejected.get("parts.csv line 8")).startsWith("column capturedAt: capturedAt is 'yesterday'");
        assertThat(train.rejected.get("parts.csv line 9")).startsWith("has 2 cells");
        assertThat(train.rejected.get("parts.csv line 11")).contains("as in line 2, expected each picture once");
    }

    @Test
    void aFileThatIsNoListSaysWhere() throws IOException {
        assertFails(csv("path,klass\nimg/0.png,good\n"), "parts.csv line 1: has the column 'klass'");
        assertFails(csv("class,split\ngood,train\n"), "parts.csv line 1: lacks the column path");
        assertFails(csv("path,class\nimg/0.png,good\nimg/1.png,\"good\n"), "parts.csv line 3: is no CSV from here on");
        assertFails(csv("path,split\nimg/0.png,test\n"), "holds no train images");
        assertFails(csv(""), "is empty, expected a header row");
        Path latin = Files.write(folder.resolve("parts.csv"),
                "path,class\nimg/0.png,gepr\u00fcft\n".getBytes(StandardCharsets.ISO_8859_1));
        assertFails(latin, "expected CSV in UTF-8");
    }

    private static void assertFails(Path file, String message) {
        assertThatThrownBy(() -> CsvDataset.open(file, 0)).isInstanceOf(DatasetException.class)
                .hasMessageContaining(message);
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("parts.csv"), text);
    }

    private static CollectedSamples read(Path file, Split split) {
        return CollectedSamples.of(CsvDataset.open(file, 0), split, GREY);
    }
}
