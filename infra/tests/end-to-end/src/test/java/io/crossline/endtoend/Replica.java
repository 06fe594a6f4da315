package io.crossline.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.crossline.embedded.FreePort;

/** One process of a service, on a free port, from the jar that the build has just made. */
final class Replica implements AutoCloseable {

    private static final Path HOME = Path.of(System.getProperty("crossline.home"));

    private final int port = FreePort.any();
    private final Process process;
    private final HttpClient client;
    private final String scheme;

    /**
     * @param service such as {@code ingest}
     * @param folder where its log and its files go
     * @param environment settings, as for a container
     */
    Replica(String service, Path folder, int heapMebibytes, Map<String, String> environment) {
        this(service, folder, heapMebibytes, environment, HttpClient.newHttpClient(), "http");
    }

    /** @param scheme {@code https} for a service that answers over TLS to this client */
    Replica(String service, Path folder, int heapMebibytes, Map<String, String> environment, HttpClient client,
            String scheme) {
        this.client = client;
        this.scheme = scheme;
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heapMebibytes + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar",
                        HOME.resolve(service + "-service/target/quarkus-app/quarkus-run.jar").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve(service + "-" + port + ".log").toFile());
        builder.environment().putAll(environment);
        builder.environment().putAll(Map.of("QUARKUS_HTTP_PORT", Integer.toString(port), "OMP_WAIT_POLICY", "PASSIVE",
                "CROSSLINE_BACKBONES", folder.toString(), "CROSSLINE_INGEST_CACHE", folder.toString(),
                "CROSSLINE_INGEST_WATCH", folder.resolve("watched-" + port).toString()));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create(scheme + "://localhost:" + port);
    }

    Rest rest() {
        return new Rest(address(), client);
    }

    boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError("The service on port " + port + " has ended with " + process.exitValue());
        }
        try {
            return client
                    .send(HttpRequest.newBuilder(address().resolve("/q/health/ready")).build(),
                            BodyHandlers.discarding())
                    .statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Stops it where it stands; it keeps its connections. */
    void freeze() {
        signal("STOP");
    }

    void goOn() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int result = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
            if (result != 0) {
                throw new AssertionError("kill -%s has ended with %d".formatted(name, result));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
