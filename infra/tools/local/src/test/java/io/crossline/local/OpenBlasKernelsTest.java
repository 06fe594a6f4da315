package io.crossline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code infra/openblas.sh}, which the launcher and the images source before a JVM. */
class OpenBlasKernelsTest {

    private static final Path SCRIPT = Path.of("..", "..", "openblas.sh").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"GenuineIntel, sse2 avx avx2 avx512f avx512bw avx512vl amx_tile, SkylakeX",
            "GenuineIntel, sse2 avx avx2 avx512f avx512vl, SkylakeX", "GenuineIntel, sse2 avx avx2 avx_vnni, Haswell",
            "GenuineIntel, sse2 fma avx2, Haswell", "GenuineIntel, sse2 avx, unset", "AuthenticAMD, sse2 avx2, unset"})
    void anIntelProcessorHasTheKernelsThatItsInstructionsAllow(String vendor, String flags, String expected)
            throws Exception {
        // Given
        Path processors = processors(vendor, flags);

        // When
        String chosen = sourced(processors, null);

        // Then
        assertThat(chosen).isEqualTo(expected);
    }

    @Test
    void whatTheUserHasSetStays() throws Exception {
        assertThat(sourced(processors("GenuineIntel", "avx2 avx512vl"), "Sandybridge")).isEqualTo("Sandybridge");
    }

    @Test
    void aSystemWithoutCpuinfoIsLeftAlone() throws Exception {
        assertThat(sourced(folder.resolve("none"), null)).isEqualTo("unset");
    }

    private Path processors(String vendor, String flags) throws IOException {
        String one = "vendor_id\t: " + vendor + "\nmodel\t\t: 207\nflags\t\t: fpu " + flags + "\n\n";
        return Files.writeString(folder.resolve("cpuinfo"), one + one);
    }

    /** What a process started after the script, under the launcher's own shell options, finds in its environment. */
    private static String sourced(Path cpuinfo, String set) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("bash", "-c",
                "set -euo pipefail; . \"$0\" \"$1\"; bash -c 'echo \"${OPENBLAS_CORETYPE-unset}\"'", SCRIPT.toString(),
                cpuinfo.toString()).redirectErrorStream(true);
        shell.environment().remove("OPENBLAS_CORETYPE");
        if (set != null) {
            shell.environment().put("OPENBLAS_CORETYPE", set);
        }
        Process process = shell.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
