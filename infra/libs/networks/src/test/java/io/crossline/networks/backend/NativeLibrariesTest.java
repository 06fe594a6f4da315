package io.crossline.networks.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Locale;

import org.junit.jupiter.api.Test;

class NativeLibrariesTest {

    @Test
    void theLoadedLibraryHasItsVersion() {
        assertThat(NativeLibraries.numerics()).matches("ND4J \\d+\\.\\d+\\.\\d+.*");
        assertThat(NativeLibraries.threads()).isPositive();
    }

    /** Given OpenBLAS on Linux, when it has chosen its kernels, then they are known, and are those that the environment asks for. */
    @Test
    void theKernelsAreThoseThatOpenBlasChose() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "OpenBLAS's tables are looked up on Linux");
        String asked = System.getenv("OPENBLAS_CORETYPE");

        String kernels = NativeLibraries.cpuKernels();

        assertThat(kernels).matches("ND4J (AVX512|AVX2|generic), OpenBLAS [A-Z0-9]+");
        if (asked != null) {
            assertThat(kernels).endsWith(asked.toUpperCase(Locale.ROOT));
        }
    }
}
