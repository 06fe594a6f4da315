package io.crossline.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.contracts.ImagePart;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Split;
import io.crossline.testing.DatasetFiles;

class FolderDatasetTest {

    private static final ImageShape GREY = new ImageShape(1, 28, 28);

    @TempDir
    Path directory;

    @Test
    void readsEveryFormatWithTheValuesOfTheFile() throws IOException {
        // Given the same grey in every format
        for (String name : new String[]{"a.png", "b.jpg", "c.bmp", "d.tif", "e.TIFF", "f.jpeg"}) {
            DatasetFiles.image(directory.resolve("train/good").resolve(name), 40, false, 90);
        }

        // When
        CollectedSamples train = read(Split.TRAIN, GREY);

        // Then no gamma curve was applied
        assertThat(train.rejected).isEmpty();
        assertThat(train.images).hasSize(6).allSatisfy(image -> assertThat(image).containsOnly(90));
    }

    /** Given a class folder in composed and in decomposed form, as two systems write it, then they are one class. */
    @Test
    void unicodeFormsOfAClassAreOne() throws IOException {
        String composed = "gepr\u00fcft";
        DatasetFiles.image(directory.resolve("train").resolve(composed).resolve("a.png"), 28, false, 1);
        DatasetFiles.image(directory.resolve("train/gepru\u0308ft/b.png"), 28, false, 2);
        DatasetFiles.image(directory.resolve("train/dent/c.png"), 28, false, 3);
        DatasetFiles.image(directory.resolve("test/gepru\u0308ft/d.png"), 28, false, 4);

        CollectedSamples train = read(Split.TRAIN, GREY);

        assertThat(FolderDataset.open(directory, PartSource.SIDECARS, 0).classNames())
                .containsExactlyInAnyOrder(composed, "dent");
        assertThat(train.images).hasSize(3);
        assertThat(read(Split.TEST, GREY).rejected).isEmpty();
    }

    @Test
    void readsColourAsRgb() throws IOException {
        DatasetFiles.image(directory.resolve("train/good/a.png"), 28, true, 200);

        byte[] image = read(Split.TRAIN, new ImageShape(3, 28, 28)).images.get(0);

        assertThat(image).startsWith((byte) 200, (byte) 200, (byte) 55);
    }

    @Test
    void naturalShapeFollowsTheFirstImage() throws IOException {
        DatasetFiles.image(directory.resolve("train/good/a.png"), 300, true, 200);

        assertThat(FolderDataset.open(directory, PartSource.SIDECARS, 0).naturalShape())
                .isEqualTo(new ImageShape(3, 64, 64));
    }

    @Test
    void mixesClassesTheSameWayForTheSameSeed() throws IOException {
        // Given two classes of 20 images
        for (int i = 0; i < 20; i++) {
            DatasetFiles.image(directory.resolve("train/bad/%02d.png".formatted(i)), 28, false, i);
            DatasetFiles.image(directory.resolve("train/good/%02d.png".formatted(i)), 28, false, 100 + i);
        }

        // When
        CollectedSamples first = read(Split.TRAIN, GREY);
        CollectedSamples second = read(Split.TRAIN, GREY);

        // Then
        assertThat(first.labels).isEqualTo(second.labels).hasSize(40).contains(0, 1);
        assertThat(first.labels.subList(0, 20)).contains(0, 1);
        assertThat(CollectedSamples.of(FolderDataset.open(directory, PartSource.SIDECARS, 1), Split.TRAIN, GREY).labels)
                .isNotEqualTo(first.labels);
    }

    @Test
    void brokenImagesAreRejectedAndTheRestGoesOn() throws IOException {
        // Given a good image, an empty one, a truncated one, text named png, and a text file
        Path folder = DatasetFiles.image(directory.resolve("train/good/ok.png"), 28, false, 5).getParent();
        byte[] png = Files.readAllBytes(folder.resolve("ok.png"));
        Files.write(folder.resolve("cut.png"), Arrays.copyOf(png, png.length / 2));
        Files.write(folder.resolve("empty.png"), new byte[0]);
        Files.writeString(folder.resolve("text.png"), "no image at all");
        Files.writeString(folder.resolve("notes.txt"), "notes");
        Files.writeString(folder.resolve(".hidden"), "passed over");
        Files.writeString(folder.resolve("Thumbs.db"), "passed over");
        DatasetFiles.image(directory.resolve("train/__MACOSX/good/._ok.png"), 28, false, 5);

        // When
        CollectedSamples train = read(Split.TRAIN, GREY);

        // Then
        assertThat(train.images).hasSize(1);
        assertThat(train.rejected).hasSize(4)
                .containsEntry(item("train/good/empty.png"), "is empty, expected an image")
                .containsEntry(item("train/good/text.png"), "is no image, expected PNG, JPEG, BMP or TIFF");
        assertThat(train.rejected.get(item("train/good/cut.png"))).startsWith("is a broken image");
        assertThat(train.rejected.get(item("train/good/notes.txt"))).startsWith("is no image by its name");
    }

    @Test
    void classOfTestThatTrainLacksIsRejected() throws IOException {
        DatasetFiles.image(directory.resolve("train/good/a.png"), 28, false, 5);
        DatasetFiles.image(directory.resolve("test/good/a.png"), 28, false, 5);
        DatasetFiles.image(directory.resolve("test/rusty/a.png"), 28, false, 5);

        CollectedSamples test = read(Split.TEST, GREY);

        assertThat(test.labels).containsExactly(0);
        assertThat(test.rejected).containsEntry(item("test/rusty/a.png"),
                "has class 'rusty', expected one of train's: [good]");
    }

    @Test
    void unlabelledTrainTakesItsClassesFromTest() throws IOException {
        DatasetFiles.image(directory.resolve("train/a.png"), 28, false, 5);
        DatasetFiles.image(directory.resolve("test/bad/a.png"), 28, false, 5);
        DatasetFiles.image(directory.resolve("test/good/a.png"), 28, false, 5);

        assertThat(read(Split.TRAIN, GREY).labels).containsExactly(SampleSink.UNLABELLED);
        assertThat(read(Split.TEST, GREY).labels).containsExactlyInAnyOrder(0, 1);
        assertThat(FolderDataset.open(directory, PartSource.SIDECARS, 0).classNames()).containsExactly("bad", "good");
    }

    @Test
    void sidecarsAndNamesSayWhichPartAPictureShows() throws IOException {
        DatasetFiles.image(directory.resolve("train/good/a.png"), 28, false, 5);
        Files.writeString(directory.resolve("train/good/a.json"), "{\"partId\": \"P-1\"}");
        DatasetFiles.image(directory.resolve("train/good/P-2_x.png"), 28, false, 6);
        DatasetFiles.image(directory.resolve("train/good/b.png"), 28, false, 7);
        Files.writeString(directory.resolve("train/good/lone.json"), "{\"partId\": \"P-1\"}");
        PartSource names = new PartSource(Optional.of(FileNamePattern.parse("spec", "(?<partId>P-\\d+)_.*")));

        CollectedSamples train = CollectedSamples.of(FolderDataset.open(directory, names, 0), Split.TRAIN, GREY);

        assertThat(train.parts).containsExactlyInAnyOrder(new ImagePart("P-1", "train/good/a.png", null),
                new ImagePart("P-2", "train/good/P-2_x.png", null));
        assertThat(train.rejected).containsOnlyKeys(item("train/good/b.png"), item("train/good/lone.json"));
        assertThat(read(Split.TRAIN, GREY).parts).contains(ImagePart.UNNAMED);
    }

    @Test
    void emptyFolderSaysWhatBelongsThere() throws IOException {
        Files.createDirectories(directory.resolve("train"));

        assertThatThrownBy(() -> FolderDataset.open(directory, PartSource.SIDECARS, 0))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(directory.resolve("train") + " holds no images").hasMessageContaining("CLASS");
    }

    private CollectedSamples read(Split split, ImageShape shape) {
        return CollectedSamples.of(FolderDataset.open(directory, PartSource.SIDECARS, 0), split, shape);
    }

    private static String item(String path) {
        return Path.of(path).toString();
    }
}
