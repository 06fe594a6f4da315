package io.crossline.datasets.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpServer;

import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImagePart;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.LabelledBatch;
import io.crossline.datasets.DatasetCatalog;
import io.crossline.datasets.Downloads;
import io.crossline.datasets.NamedDataset;
import io.crossline.testing.DatasetFiles;

class IngestionRunTest {

    @TempDir
    Path directory;

    private final List<ImageBatch> published = new ArrayList<>();

    @Test
    void kafkaThatRefusesABatchFailsTheIngestion() throws IOException {
        // Given
        DatasetFiles.idx(directory, 20, 10, 28, 5);
        IngestionProgress progress = progress("idx:" + directory);

        // When
        run(progress, URI.create("http://localhost/"),
                batch -> CompletableFuture.failedFuture(new IOException("record is too large")));

        // Then
        assertThat(progress.snapshot().state()).isEqualTo(IngestionState.FAILED);
        assertThat(progress.snapshot().message()).isEqualTo("A batch could not be published: record is too large");
    }

    @Test
    void largeImagesGoOutInSmallerBatches() throws IOException {
        // Given images of 192 KiB in Kafka
        DatasetFiles.idx(directory, 50, 1, 28, 5);
        IngestionProgress progress = new IngestionProgress(new IngestionRequest("line", "idx:" + directory,
                new ImageShape(3, 256, 256), LabelPolicy.ALL, 0, null, 128, false));

        // When
        run(progress, URI.create("http://localhost/"), this::publish);

        // Then a batch stays below 8 MiB
        assertThat(published).extracting(batch -> batch.images().count()).containsExactly(42, 8, 1);
    }

    /** Given a list with two labelled pictures and one that is not, in batches of 8, then labelled ones have a batch of their own, with their parts. */
    @Test
    void aListKeepsItsPartsAndCountsWhatIsRejected() throws IOException {
        for (String name : List.of("a", "b", "c")) {
            DatasetFiles.image(directory.resolve(name + ".png"), 28, false, 9);
        }
        Path list = Files.writeString(directory.resolve("parts.csv"),
                "path,class,partId\na.png,good,P-1\nb.png,,P-2\nc.png,dent,P-3\nd.png,dent,P-4\n");
        IngestionProgress progress = progress("csv:" + list);

        run(progress, URI.create("http://localhost/"), this::publish);

        assertThat(progress.snapshot().state()).isEqualTo(IngestionState.COMPLETED);
        assertThat(progress.snapshot().rejected()).singleElement()
                .satisfies(rejected -> assertThat(rejected.item()).isEqualTo("parts.csv line 5"));
        assertThat(published).hasSize(2).first().isInstanceOf(LabelledBatch.class);
        assertThat(published.get(0).images().parts()).extracting(ImagePart::partId)
                .containsExactlyInAnyOrder("P-1", "P-3");
        assertThat(published.get(1).images().parts()).extracting(ImagePart::partId).containsExactly("P-2");
    }

    @Test
    void downloadThatHangsIsCancelled() throws IOException, InterruptedException {
        // Given a server that never sends the body
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            asked.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
        IngestionProgress progress = progress("mnist");
        URI home = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
        Thread worker = new Thread(() -> run(progress, home, this::publish));
        worker.start();
        asked.await();

        // When
        progress.requestCancel();

        // Then
        await().until(() -> progress.snapshot().state(), IngestionState.CANCELLED::equals);
        release.countDown();
        server.stop(0);
    }

    private CompletableFuture<PublishedBatch> publish(ImageBatch batch) {
        published.add(batch);
        return CompletableFuture.completedFuture(new PublishedBatch(batch.id(), "t", 0, published.size(), false));
    }

    private static IngestionProgress progress(String spec) {
        return new IngestionProgress(new IngestionRequest("line", spec, null, LabelPolicy.ALL, 0, null, 8, false));
    }

    private void run(IngestionProgress progress, URI home, BatchTarget target) {
        DatasetCatalog catalog = new DatasetCatalog(new Downloads(directory.resolve("cache"),
                Map.of(NamedDataset.MNIST, home, NamedDataset.USPS, home)));
        new IngestionRun(progress, catalog.check(progress.request().spec()), catalog, target,
                new NewestPictures()).run();
    }
}
