package io.crossline.ingest.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import io.crossline.ingest.dataset.NamedDataset.RemoteFile;

/**
 * Fetches the public data sets once and keeps them in a cache folder. A file counts only if its checksum is right, so a
 * damaged or half copy is fetched again; one that a person has put there is as good.
 */
public final class Downloads {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Path cache;
    private final Map<NamedDataset, URI> homes;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT)
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

    private void download(URI from, Path to, String name, DownloadListener listener)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(HttpRequest.newBuilder(from).timeout(TIMEOUT).build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = response.body(); OutputStream out = Files.newOutputStream(to)) {
            if (response.statusCode() != 200) {
                throw new IOException("the server answered " + response.statusCode());
            }
            long total = response.headers().firstValueAsLong("Content-Length").orElse(-1);
            long done = 0;
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                done += read;
                listener.downloaded(name, done, total);
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
