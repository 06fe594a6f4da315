package io.crossline.datasets;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import io.crossline.datasets.NamedDataset.RemoteFile;

/**
 * Fetches the public data sets once and keeps them in a cache folder. A file counts only if its checksum is right, so a
 * damaged or half copy is fetched again; one that a person has put there is as good.
 */
public final class Downloads {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 200;

    private final Path cache;
    private final Map<NamedDataset, URI> homes;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NORMAL).build();

    /**
     * @param cache gets a sub-folder a data set
     * @param homes where each data set's files are, ending in '/'
     */
    public Downloads(Path cache, Map<NamedDataset, URI> homes) {
        this.cache = cache.toAbsolutePath().normalize();
        this.homes = Map.copyOf(homes);
    }

    /**
     * The folder with all files of the data set. One call at a time, so that two ingestions do not fetch the same file.
     *
     * @throws DatasetException if a file is neither there nor can be fetched: says which files to put where
     */
    public synchronized Path fetch(NamedDataset dataset, DownloadListener listener) {
        Path folder = cache.resolve(dataset.id());
        for (RemoteFile file : dataset.files()) {
            if (!isThere(folder, file)) {
                fetch(dataset, file, folder, listener);
            }
        }
        return folder;
    }

    private static boolean isThere(Path folder, RemoteFile file) {
        return CompressedFile.find(folder, file.suffix(), file.name())
                .filter(found -> FileChecksum.of(found).isOneOf(file.sha256())).isPresent();
    }

    private void fetch(NamedDataset dataset, RemoteFile file, Path folder, DownloadListener listener) {
        URI from = homes.get(dataset).resolve(file.packedName());
        Path part = folder.resolve(file.packedName() + ".part");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(part);
            download(from, part, file.packedName(), listener);
            requireChecksum(part, file);
            Files.deleteIfExists(folder.resolve(file.name()));
            Files.move(part, folder.resolve(file.packedName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new DatasetException(
                    "%s cannot be downloaded from %s (%s). Without a network, put these files into %s: %s"
                            .formatted(dataset.id(), from, reason(e), folder, dataset.files().stream()
                                    .map(RemoteFile::packedName).collect(Collectors.joining(", "))),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatasetException("The download of " + from + " was interrupted", e);
        }
    }

    /** Looks at what has come five times a second, so that a server that falls silent does not hold the thread. */
    private void download(URI from, Path to, String name, DownloadListener listener)
            throws IOException, InterruptedException {
        AtomicLong total = new AtomicLong(-1);
        CompletableFuture<HttpResponse<Path>> response = client.sendAsync(HttpRequest.newBuilder(from).build(),
                head -> toFile(head, to, total));
        Progress progress = new Progress(to);
        try {
            while (!isDone(response)) {
                listener.downloaded(name, progress.bytes(), total.get());
                progress.requireGrowth();
            }
            listener.downloaded(name, progress.bytes(), total.get());
        } finally {
            response.cancel(true);
        }
    }

    private static BodySubscriber<Path> toFile(ResponseInfo head, Path to, AtomicLong total) {
        if (head.statusCode() != 200) {
            return BodySubscribers.replacing(null);
        }
        total.set(head.headers().firstValueAsLong("Content-Length").orElse(-1));
        return BodySubscribers.ofFile(to);
    }

    private static boolean isDone(CompletableFuture<HttpResponse<Path>> response)
            throws IOException, InterruptedException {
        try {
            int status = response.get(LOOK_MILLIS, TimeUnit.MILLISECONDS).statusCode();
            if (status != 200) {
                throw new IOException("the server answered " + status);
            }
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        }
    }

    /** How much of a file has come, and since when nothing has. */
    private static final class Progress {

        private final Path file;
        private long bytes;
        private long grewAt = System.nanoTime();

        Progress(Path file) {
            this.file = file;
        }

        long bytes() throws IOException {
            long now = Files.exists(file) ? Files.size(file) : 0;
            grewAt = now == bytes ? grewAt : System.nanoTime();
            bytes = now;
            return bytes;
        }

        void requireGrowth() throws IOException {
            if (System.nanoTime() - grewAt > SILENCE.toNanos()) {
                throw new IOException("nothing came for " + SILENCE.toSeconds() + " s, after " + bytes + " bytes");
            }
        }
    }

    private static void requireChecksum(Path part, RemoteFile file) throws IOException {
        FileChecksum found = FileChecksum.of(part, file.suffix());
        if (!found.isOneOf(file.sha256())) {
            Files.delete(part);
            throw new IOException("the file came damaged: SHA-256 of its content is " + found.content()
                    + ", expected one of " + file.sha256());
        }
    }

    private static String reason(IOException e) {
        if (e instanceof ConnectException) {
            return "no connection";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
