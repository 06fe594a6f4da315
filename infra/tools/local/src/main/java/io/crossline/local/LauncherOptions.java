package io.crossline.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import picocli.CommandLine.Option;

/** Options of every command. The repository's root comes from the script, by the system property {@code crossline.home}. */
final class LauncherOptions {

    @Option(names = "--data", paramLabel = "DIR", description = "Where topics, database and logs live. Default: .crossline in the repository.")
    private Path data;

    @Option(names = "--port", paramLabel = "PART=NUMBER", description = "Another port for a part: kafka, postgresql, ingest, translation, training, "
            + "evaluation, dashboard. May be repeated; CROSSLINE_PORT_DASHBOARD and so on do the same.")
    private final Map<String, Integer> ports = new LinkedHashMap<>();

    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "localhost", description = "The interface that the services listen on. "
            + "Default: ${DEFAULT-VALUE}, only this machine; 0.0.0.0 opens them to the network.")
    private String host;

    @Option(names = "--force", description = "Start although memory or disk are short.")
    private boolean force;

    @Option(names = "--ready-within", paramLabel = "SECONDS", defaultValue = "180", description = "How long a part may take until it is ready. "
            + "One that takes longer goes on, and the start goes on without it. Default: ${DEFAULT-VALUE}.")
    private long readyWithin;

    @Option(names = "--keep-images", paramLabel = "SIZE", converter = SizeOption.class, description = "Most that each of the two topics of images keeps on the disk, "
            + "such as 20G; the oldest images are deleted first. At least 1G. Default: no limit but 14 days.")
    private Long keepImages;

    Layout layout() {
        Path home = Path.of(System.getProperty("crossline.home", ""));
        return new Layout(home, data == null ? home.resolve(".crossline") : data);
    }

    Setup setup() {
        return new Setup(layout(), Ports.of(ports, System.getenv()), host, force,
                new Limits(Duration.ofSeconds(readyWithin), keepImages == null ? 0 : keepImages));
    }
}
