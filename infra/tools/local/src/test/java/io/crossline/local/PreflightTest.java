package io.crossline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.embedded.FreePort;

class PreflightTest {

    private static final Machine LARGE = new Machine(17, 16 * Preflight.GIBIBYTE, 8 * Preflight.GIBIBYTE,
            50 * Preflight.GIBIBYTE);

    @TempDir
    Path home;

    private Layout layout;
    private Map<String, Integer> ports;

    @BeforeEach
    void aBuiltProjectAndFreePorts() throws IOException {
        layout = new Layout(home, home.resolve("data"));
        ports = new HashMap<>();
        for (String part : Ports.parts().split(", ")) {
            ports.put(part, FreePort.any());
        }
        for (Service service : Service.values()) {
            Files.createDirectories(layout.runner(service).getParent());
            Files.createFile(layout.runner(service));
        }
    }

    @Test
    void findsNothingOnAFreeMachine() {
        assertThat(Preflight.check(setup(false), LARGE)).isEmpty();
    }

    @Test
    void namesAPortThatIsTakenByWhomAndWhatChangesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            ports.put("training", taken.getLocalPort());

            assertThatThrownBy(() -> Preflight.check(setup(false), LARGE)).isInstanceOf(UserError.class)
                    .hasMessageContaining("Port %d of training is taken".formatted(taken.getLocalPort()))
                    .hasMessageContaining("--port training=NUMBER").hasMessageContaining("CROSSLINE_PORT_TRAINING");
        }
    }

    /** Given a service that somebody else runs, then neither its build nor its port is asked for. */
    @Test
    void aServiceThatIsLeftOutNeedsNoBuildAndNoPort() throws IOException {
        Files.delete(layout.runner(Service.TRAINING));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            ports.put("training", taken.getLocalPort());

            assertThat(Preflight.check(setup(false).leavingOut(Set.of(Service.TRAINING)), LARGE)).isEmpty();
            assertThatThrownBy(() -> Preflight.check(setup(false), LARGE)).isInstanceOf(UserError.class);
        }
    }

    @Test
    void saysHowMuchMemoryAndDiskIsMissingAndCanBeForced() {
        Machine small = new Machine(17, 2 * Preflight.GIBIBYTE, Preflight.GIBIBYTE, Preflight.GIBIBYTE / 2);

        assertThatThrownBy(() -> Preflight.check(setup(false), small)).isInstanceOf(UserError.class)
                .hasMessageContaining("Memory is short: 1.0 GiB free, 3.0 GiB needed")
                .hasMessageContaining("The disk is short: 0.5 GiB free").hasMessageContaining("--force");
        assertThat(Preflight.check(setup(true), small)).hasSize(2);
    }

    @Test
    void asksForANewerJavaAndForTheBuild() throws IOException {
        Files.delete(layout.runner(Service.INGEST));

        assertThatThrownBy(() -> Preflight.check(setup(false), new Machine(11, 1L << 40, 1L << 40, 1L << 40)))
                .isInstanceOf(UserError.class).hasMessageContaining("Java 11").hasMessageContaining("JDK 17")
                .hasMessageContaining("ingest-service is not built");
    }

    private Setup setup(boolean force) {
        return new Setup(layout, new Ports(ports), "localhost", force);
    }
}
