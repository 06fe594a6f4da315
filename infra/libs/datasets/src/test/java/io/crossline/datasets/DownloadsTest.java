package io.crossline.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpServer;

import io.crossline.testing.DatasetFiles;

/** Against a server in this machine; the downloads that succeed need the real files, see CROSSLINE_DATA. */
class DownloadsTest {

    private static final DownloadListener SILENT = (file, bytes, total) -> {
    };

    @TempDir
    Path directory;

    private HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private Path served;

    @BeforeEach
    void startServer() throws IOException {
        served = Files.createDirectory(directory.resolve("served"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            Path file = served.resolve(exchange.getRequestURI().getPath().substring(1));
            if (Files.exists(file)) {
                exchange.sendResponseHeaders(200, Files.size(file));
                Files.copy(file, exchange.getResponseBody());
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void fetchesOnceAndReportsProgress() throws IOException {
        // Given the real files on the server
        for (String name : new String[]{"usps.bz2", "usps.t.bz2"}) {
            Files.copy(data("usps").resolve(name), served.resolve(name));
        }
        List<Long> progress = new ArrayList<>();
        Downloads downloads = downloads();

        // When fetched twice
        Path folder = downloads.fetch(NamedDataset.USPS, (file, bytes, total) -> progress.add(bytes));
        downloads.fetch(NamedDataset.USPS, SILENT);

        // Then
        assertThat(folder).isEqualTo(directory.resolve("cache/usps"));
        assertThat(new LibsvmDataset(folder).count(io.crossline.contracts.Split.TEST)).hasValue(2007);
        assertThat(requests).hasValue(2);
        assertThat(progress).contains(Files.size(folder.resolve("usps.bz2")));
    }

    @Test
    void damagedDownloadIsNotKept() throws IOException {
        Files.write(served.resolve("usps.bz2"), DatasetFiles.bzip2("something else"));

        assertThatThrownBy(() -> downloads().fetch(NamedDataset.USPS, SILENT)).isInstanceOf(DatasetException.class)
                .hasMessageContaining("the file came damaged: SHA-256 of its content is");
        assertThat(directory.resolve("cache/usps")).isEmptyDirectory();
    }

    @Test
    void damagedFileInTheCacheIsFetchedAgain() throws IOException {
        Path cached = Files.createDirectories(directory.resolve("cache/usps"));
        Files.writeString(cached.resolve("usps.bz2"), "half a file");

        assertThatThrownBy(() -> downloads().fetch(NamedDataset.USPS, SILENT))
                .hasMessageContaining("the server answered 404");
        assertThat(requests).hasValue(1);
    }

    @Test
    void offlineSaysWhichFilesToPutWhere() {
        // Given nobody listens
        int port = server.getAddress().getPort();
        server.stop(0);

        // When, then
        assertThatThrownBy(() -> downloads().fetch(NamedDataset.MNIST, SILENT)).isInstanceOf(DatasetException.class)
                .hasMessageContaining("mnist cannot be downloaded from http://localhost:" + port)
                .hasMessageContaining("put these files into " + directory.resolve("cache/mnist"))
                .hasMessageContaining("train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, "
                        + "t10k-images-idx3-ubyte.gz, t10k-labels-idx1-ubyte.gz");
    }

    private Downloads downloads() {
        URI home = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
        return new Downloads(directory.resolve("cache"), Map.of(NamedDataset.MNIST, home, NamedDataset.USPS, home));
    }

    private static Path data(String name) {
        String root = System.getenv("CROSSLINE_DATA");
        assumeTrue(root != null,
                "CROSSLINE_DATA names no folder with mnist/ and usps/, so the public data are not tested");
        return Path.of(root, name);
    }
}
