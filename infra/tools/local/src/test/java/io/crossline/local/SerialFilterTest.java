package io.crossline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No JVM of Crossline reads Java objects from a stream. */
class SerialFilterTest {

    private static final String FILTER = "-Djdk.serialFilter=!*";
    private static final Path ROOT = Path.of("..", "..", "..").toAbsolutePath().normalize();
    private static final JavaCommand COMMANDS = new JavaCommand(
            new Setup(new Layout(ROOT, Path.of("target", "serial-filter")), Ports.of(Map.of(), Map.of()), "0.0.0.0",
                    false),
            17,
            1L << 34);

    @ParameterizedTest
    @EnumSource(Service.class)
    void theLauncherStartsEachPartWithTheFilter(Service service) {
        assertThat(COMMANDS.of(service).command()).contains(FILTER);
        assertThat(COMMANDS.ofBroker().command()).contains(FILTER);
        assertThat(COMMANDS.ofGuard()).contains(FILTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"infra/crossline", "infra/deploy/docker/service.Dockerfile",
            "infra/deploy/docker/cuda.Dockerfile"})
    void soDoesEveryOtherStart(String file) throws IOException {
        assertThat(ROOT.resolve(file)).content().contains("'" + FILTER + "'");
        assertThat(Files.readString(ROOT.resolve(file)).split(FILTER.replace("*", "\\*"), -1)).hasSize(2);
    }

    /** These tests run with the filter as well: what a part reads in a test, it reads in a plant. */
    @Test
    void aJavaObjectIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(new ArrayList<>(List.of("harmless")));
        }
        try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThatExceptionOfType(InvalidClassException.class).isThrownBy(objects::readObject)
                    .withMessageContaining("filter status: REJECTED");
        }
    }
}
