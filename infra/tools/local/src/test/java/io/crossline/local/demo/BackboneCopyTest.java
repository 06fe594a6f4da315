package io.crossline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.contracts.Method;
import io.crossline.contracts.Sha256;
import io.crossline.local.UserError;

class BackboneCopyTest {

    @TempDir
    Path here;

    /** Given two files of one name, when both are copied, then both are there, each with its description. */
    @Test
    void filesOfOneNameAreKeptApart() throws IOException {
        Path folder = here.resolve("backbones");
        BackboneCopy first = BackboneCopy.of(write("a", "{1}"));
        first.into(folder);
        first.into(folder);
        BackboneCopy second = BackboneCopy.of(write("b", "{2}"));
        second.into(folder);

        assertThat(first.sha256()).isEqualTo(Sha256.hex("a".getBytes(StandardCharsets.UTF_8)));
        String name = "net-" + first.sha256().substring(0, 8);
        assertThat(Files.readString(folder.resolve(name + ".onnx"))).isEqualTo("a");
        assertThat(Files.readString(folder.resolve(name + ".json"))).isEqualTo("{1}");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(4);
        }
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        Path onnx = write("a", "{}");
        assertThatThrownBy(() -> BackboneCopy.of(here.resolve("no.onnx"))).isInstanceOf(UserError.class)
                .hasMessageContaining("no.onnx': expected a file that ends in .onnx");
        assertThatThrownBy(() -> BackboneCopy.of(here.resolve("net.json"))).isInstanceOf(UserError.class)
                .hasMessageContaining("net.json': expected a file that ends in .onnx");
        Files.delete(here.resolve("net.json"));
        assertThatThrownBy(() -> BackboneCopy.of(onnx)).isInstanceOf(UserError.class)
                .hasMessageContaining("expected net.json beside it");
    }

    @Test
    void cycleGanIsRefused() throws IOException {
        BackboneCopy backbone = BackboneCopy.of(write("a", "{}"));

        assertThatThrownBy(() -> new DemoJob(new ImageSpec("sim:clean", "sim:clean", "clean"),
                new ImageSpec("sim:worn", "sim:worn", "worn"), List.of(Method.SOURCE, Method.CYCLEGAN), "real", 0, null,
                LineSettings.NONE, backbone, null)).isInstanceOf(UserError.class)
                .hasMessageContaining("--methods names cyclegan, which trains on pixels");
    }

    private Path write(String onnx, String json) throws IOException {
        Files.writeString(here.resolve("net.json"), json);
        return Files.writeString(here.resolve("net.onnx"), onnx);
    }
}
