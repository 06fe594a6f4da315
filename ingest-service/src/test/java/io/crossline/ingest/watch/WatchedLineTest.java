package io.crossline.ingest.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImagePart;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.LineRegistered;
import io.crossline.contracts.UnlabelledBatch;
import io.crossline.datasets.FileNamePattern;
import io.crossline.datasets.PartSource;
import io.crossline.datasets.ingestion.NewestPictures;
import io.crossline.datasets.ingestion.PublishedBatch;
import io.crossline.ingest.capture.ImageIntake;
import io.crossline.ingest.line.LineBoard;
import io.crossline.testing.DatasetFiles;

class WatchedLineTest {

    @TempDir
    Path root;

    private final List<ImageBatch> published = new ArrayList<>();
    private final LineBoard board = new LineBoard();
    private boolean kafkaIsDown;
    private Path folder;
    private WatchedLine line;

    @BeforeEach
    void watch() throws IOException {
        folder = Files.createDirectory(root.resolve("press-3"));
        line = newWatch();
    }

    private WatchedLine newWatch() {
        return newWatch(PartSource.SIDECARS, false);
    }

    private WatchedLine newWatch(PartSource parts, boolean needsSidecar) {
        return new WatchedLine(folder, new ImageIntake(this::publish, board, new NewestPictures()), parts,
                needsSidecar);
    }

    private CompletableFuture<PublishedBatch> publish(ImageBatch batch) {
        if (kafkaIsDown) {
            return CompletableFuture.failedFuture(new IOException("bus is down"));
        }
        published.add(batch);
        return CompletableFuture.completedFuture(new PublishedBatch(batch.id(), "t", 0, published.size(), false));
    }

    @Test
    void publishesAFileOnceItNoLongerGrows() throws IOException {
        // Given a file seen, then written on
        Path file = DatasetFiles.image(folder.resolve("a.png"), 30, false, 9);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        line.lookThrough();
        Files.write(file, whole);

        // When
        line.lookThrough();
        assertThat(published).isEmpty();
        line.lookThrough();

        // Then
        assertThat(published).singleElement().isInstanceOf(UnlabelledBatch.class)
                .satisfies(batch -> assertThat(batch.line()).isEqualTo("press-3"));
        assertThat(folder.resolve(".done/a.png")).exists();
        assertThat(file).doesNotExist();
        assertThat(folder.resolve(".publishing")).doesNotExist();
    }

    @Test
    void filesKeepTheirNameAndTime() throws IOException {
        Path file = DatasetFiles.image(folder.resolve("good/a.png"), 30, false, 9);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-02T03:04:05.678Z")));

        lookTwice();

        assertThat(published).singleElement().satisfies(batch -> assertThat(batch.images().parts())
                .containsExactly(new ImagePart(null, "good/a.png", Instant.parse("2026-01-02T03:04:05.678Z"))));
    }

    @Test
    void aFileWithoutAUsableTimeHasNone() throws IOException {
        Path file = DatasetFiles.image(folder.resolve("a.png"), 30, false, 9);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofDays(2))));

        lookTwice();

        assertThat(published).singleElement().satisfies(batch -> assertThat(batch.images().parts())
                .containsExactly(new ImagePart(null, "a.png", null)));
    }

    @Test
    void aFileWhoseNameNoRecordHoldsIsPutAside() throws IOException {
        DatasetFiles.image(folder.resolve("two\nlines.png"), 30, false, 9);
        DatasetFiles.image(folder.resolve("z.png"), 30, false, 9);

        lookTwice();

        assertThat(published).singleElement().satisfies(batch -> assertThat(batch.images().count()).isEqualTo(1));
        assertThat(folder.resolve(".rejected/two\nlines.png.reason")).content().contains("has a control character");
    }

    @Test
    void brokenFilesArePutAsideWithTheReason() throws IOException {
        Files.writeString(folder.resolve("b.png"), "no image");
        DatasetFiles.image(folder.resolve("c.png"), 30, false, 9);
        Files.writeString(folder.resolve("d.png.part"), "still written");

        lookTwice();

        assertThat(published).singleElement().satisfies(batch -> assertThat(batch.images().count()).isEqualTo(1));
        assertThat(folder.resolve(".rejected/b.png")).exists();
        assertThat(folder.resolve(".rejected/b.png.reason")).content().contains("b.png is no image");
        assertThat(folder.resolve(".done/c.png")).exists();
        assertThat(folder.resolve("d.png.part")).exists();
    }

    @Test
    void aPictureIsTakenWithItsSidecar() throws IOException {
        // Given a sidecar that is there before its picture, and one that is still written
        Path half = folder.resolve("b.json");
        Files.writeString(folder.resolve("a.json"), """
                {"partId": "P-1", "capturedAt": "2026-01-02T03:04:05+01:00"}""");
        lookTwice();
        DatasetFiles.image(folder.resolve("a.png"), 30, false, 9);
        DatasetFiles.image(folder.resolve("b.png"), 30, false, 8);
        line.lookThrough();
        Files.writeString(half, "{");

        // When
        line.lookThrough();
        Files.writeString(half, "{\"partId\": \"P-2\"}");
        lookTwice();

        // Then
        assertThat(published.get(0).images().parts())
                .containsExactly(new ImagePart("P-1", "a.png", Instant.parse("2026-01-02T02:04:05Z")));
        assertThat(published.get(1).images().parts()).extracting(ImagePart::partId).containsExactly("P-2");
        assertThat(folder.resolve(".done/a.json")).exists();
        assertThat(folder.resolve("b.json")).doesNotExist();
    }

    @Test
    void aBrokenSidecarPutsItsPictureAsideUntilItIsWrittenOn() throws IOException {
        DatasetFiles.image(folder.resolve("a.png"), 30, false, 9);
        Files.writeString(folder.resolve("a.json"), "{\"partId\": ");
        lookTwice();
        assertThat(published).isEmpty();
        assertThat(folder.resolve(".rejected/a.png.reason")).content().contains("a.png has a.json beside it");

        Files.writeString(folder.resolve(".rejected/a.json"), "{\"partId\": \"P-1\"}");
        lookTwice();

        assertThat(published).singleElement().satisfies(
                batch -> assertThat(batch.images().parts()).extracting(ImagePart::partId).containsExactly("P-1"));
        assertThat(folder.resolve(".rejected")).isEmptyDirectory();
    }

    @Test
    void aPictureWaitsForASidecarThatIsNeeded() throws IOException {
        line = newWatch(PartSource.SIDECARS, true);
        DatasetFiles.image(folder.resolve("a.png"), 30, false, 9);
        lookTwice();
        assertThat(published).isEmpty();

        Files.writeString(folder.resolve("a.json"), "{\"partId\": \"P-1\"}");
        lookTwice();

        assertThat(published).hasSize(1);
    }

    @Test
    void theNameSaysPartAndTime() throws IOException {
        line = newWatch(new PartSource(Optional.of(FileNamePattern.parse("pattern",
                "(?<partId>.+)_(?<capturedAt>[0-9TZ.]+)\\.png"))), false);
        DatasetFiles.image(folder.resolve("gepru\u0308ft_20260102T030405.678Z.png"), 30, false, 9);
        DatasetFiles.image(folder.resolve("other.png"), 30, false, 8);
        DatasetFiles.image(folder.resolve("p_20260102.png"), 30, false, 8);

        lookTwice();

        assertThat(published).singleElement().satisfies(batch -> assertThat(batch.images().parts())
                .containsExactly(new ImagePart("gepr\u00fcft", "gepr\u00fcft_20260102T030405.678Z.png",
                        Instant.parse("2026-01-02T03:04:05.678Z"))));
        assertThat(folder.resolve(".rejected/other.png.reason")).content().contains("does not match the pattern");
        assertThat(folder.resolve(".rejected/p_20260102.png.reason")).content()
                .contains("capturedAt is '20260102', expected a time");
    }

    @Test
    void foldersOfKnownClassesAreClasses() throws IOException {
        classes("dent", "good");
        DatasetFiles.image(folder.resolve("good/a.png"), 30, false, 9);
        DatasetFiles.image(folder.resolve("dent/a.png"), 30, false, 8);

        lookTwice();

        assertThat(published).singleElement().isInstanceOfSatisfying(LabelledBatch.class, batch -> {
            assertThat(batch.labels().classNames()).containsExactly("dent", "good");
            assertThat(batch.labels().values()).containsExactly(0, 1);
        });
        assertThat(folder.resolve(".done/good/a.png")).exists();
    }

    /** Given a line whose classes nobody has named, or a folder named after a day, then images have no class. */
    @Test
    void otherFoldersAreNot() throws IOException {
        DatasetFiles.image(folder.resolve("2026-01-05/a.png"), 30, false, 9);
        lookTwice();
        DatasetFiles.image(folder.resolve("2026-01-06/b.png"), 30, false, 8);
        lookTwice();
        classes("dent", "good");
        DatasetFiles.image(folder.resolve("2026/01/07/c.png"), 30, false, 7);
        DatasetFiles.image(folder.resolve("dent/2026/01/07/d.png"), 30, false, 6);
        lookTwice();

        assertThat(published).hasSize(4);
        assertThat(published).filteredOn(UnlabelledBatch.class::isInstance).hasSize(3);
        assertThat(published).filteredOn(LabelledBatch.class::isInstance).singleElement()
                .satisfies(batch -> assertThat(batch.images().parts().get(0).fileName())
                        .isEqualTo("dent/2026/01/07/d.png"));
        assertThat(folder.resolve(".done/2026/01/07/c.png")).exists();
    }

    @Test
    void whatTheSystemLeavesIsPassedOver() throws IOException {
        DatasetFiles.image(folder.resolve("__MACOSX/._a.png"), 30, false, 9);
        Files.writeString(folder.resolve("Thumbs.db"), "not ours");

        lookTwice();

        assertThat(published).isEmpty();
        assertThat(folder.resolve("Thumbs.db")).exists();
    }

    /** Given a writer that pauses for longer than two looks, with the file open. */
    @Test
    void aFileThatWasRejectedHalfWrittenIsTakenWhenItHasGrown() throws IOException {
        Path file = DatasetFiles.image(folder.resolve("a.png"), 30, false, 9);
        byte[] whole = Files.readAllBytes(file);
        Files.delete(file);
        try (OutputStream writer = Files.newOutputStream(file)) {
            writer.write(whole, 0, whole.length / 2);
            lookTwice();
            assertThat(folder.resolve(".rejected/a.png.reason")).exists();

            // When it goes on
            writer.write(whole, whole.length / 2, whole.length - whole.length / 2);
        }
        lookTwice();

        // Then the file is taken, and the rejection is gone
        assertThat(published).singleElement().satisfies(batch -> assertThat(batch.images().count()).isEqualTo(1));
        assertThat(folder.resolve(".done/a.png")).hasBinaryContent(whole);
        assertThat(folder.resolve(".rejected")).isEmptyDirectory();
    }

    private void classes(String... names) {
        board.registered(new LineRegistered("press-3", new ImageShape(1, 64, 64), List.of(names), null, 1, "Ada", "new",
                Instant.now()));
    }

    @Test
    void nothingIsLostWhileKafkaIsDown() throws IOException {
        // Given
        DatasetFiles.image(folder.resolve("a.png"), 30, false, 9);
        line.lookThrough();
        kafkaIsDown = true;
        assertThatThrownBy(() -> line.lookThrough()).isInstanceOf(CompletionException.class);
        assertThat(folder.resolve("a.png")).exists();

        // When it is up again, and the service was started anew, and another file has come
        kafkaIsDown = false;
        DatasetFiles.image(folder.resolve("0.png"), 30, false, 7);
        newWatch().lookThrough();

        // Then the same group is published
        assertThat(published).singleElement().satisfies(batch -> assertThat(batch.images().count()).isEqualTo(1));
        assertThat(folder.resolve(".done/a.png")).exists();
        assertThat(folder.resolve("0.png")).exists();
    }

    @Test
    void filesOfAPublishedGroupAreNotPublishedAgain() throws IOException {
        // Given a crash while the files of a published group were moved, of a.png the sidecar alone was not
        Files.writeString(folder.resolve("a.json"), "{\"partId\": \"P-1\"}");
        DatasetFiles.image(folder.resolve("b.png"), 30, false, 9);
        Files.writeString(folder.resolve("c.png"), "no image");
        Files.write(folder.resolve(".publishing"), List.of("a.png", "b.png", "c.png"));

        // When
        newWatch().lookThrough();

        // Then
        assertThat(published).isEmpty();
        assertThat(folder.resolve(".done/a.json")).exists();
        assertThat(folder.resolve(".done/b.png")).exists();
        assertThat(folder.resolve(".rejected/c.png.reason")).exists();
    }

    private void lookTwice() throws IOException {
        line.lookThrough();
        line.lookThrough();
    }
}
