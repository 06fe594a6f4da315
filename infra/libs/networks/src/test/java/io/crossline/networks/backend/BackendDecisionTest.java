package io.crossline.networks.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackendDecisionTest {

    private static final String NO_DRIVER = "there is no NVIDIA driver, or one too old for CUDA 11.6";
    private static final Gpu A10 = new Gpu(0, "NVIDIA A10", 8, 6);
    private static final Gpu H100 = new Gpu(1, "NVIDIA H100", 9, 0);

    @Test
    void aBuildWithoutCudaTakesTheCpuAndHasNothingToExplain() throws NoUsableGpuException {
        Machine machine = Machine.of(A10).withoutCudaInBuild();

        Backend backend = new BackendDecision(machine).decide(false);

        assertThat(backend.id()).isEqualTo("cpu");
        assertThat(backend).hasToString("Computing on the CPU.");
    }

    @Test
    void withoutDriverTheCpuComputesAndOneSentenceSaysWhy() throws NoUsableGpuException {
        Machine machine = Machine.without(NO_DRIVER);

        Backend backend = new BackendDecision(machine).decide(true);

        assertThat(backend.isGpu()).isFalse();
        assertThat(backend.id()).isEqualTo("cpu");
        assertThat(backend).hasToString("Computing on the CPU, because " + NO_DRIVER + ".");
    }

    @Test
    void withoutDriverAndWithoutFallbackItRefuses() {
        Machine machine = Machine.without(NO_DRIVER);

        assertThatThrownBy(() -> new BackendDecision(machine).decide(false))
                .isInstanceOf(NoUsableGpuException.class)
                .hasMessage("This service does not start, because " + NO_DRIVER
                        + ", and crossline.numerics.cpu-fallback is false.");
    }

    @Test
    void aGpuOfCapability86IsTaken() throws NoUsableGpuException {
        Backend backend = new BackendDecision(Machine.of(A10)).decide(false);

        assertThat(backend.gpus()).containsExactly(A10);
        assertThat(backend.id()).isEqualTo("cuda (NVIDIA A10)");
        assertThat(backend).hasToString("Computing on GPU 0, NVIDIA A10 (compute capability 8.6).");
    }

    @Test
    void aGpuOfCapability90IsNotServed() throws NoUsableGpuException {
        Machine machine = Machine.of(H100);

        assertThat(new BackendDecision(machine).decide(true)).hasToString("Computing on the CPU, because GPU 1, "
                + "NVIDIA H100 (compute capability 9.0), cannot run this build's CUDA code, which is for 3.7 and 5.0 to 8.9.");
        assertThat(machine.loaded).isFalse();
        assertThatThrownBy(() -> new BackendDecision(machine).decide(false)).hasMessageContaining("9.0");
    }

    @Test
    void severalGpusAreTakenIfAllAreServed() throws NoUsableGpuException {
        Gpu second = new Gpu(1, "NVIDIA A10", 8, 6);

        Backend backend = new BackendDecision(Machine.of(A10, second)).decide(false);

        assertThat(backend.gpus()).containsExactly(A10, second);
        assertThat(backend.id()).isEqualTo("cuda (NVIDIA A10)");
    }

    @Test
    void oneOfSeveralThatIsNotServedIsNamedWithTheWayOut() throws NoUsableGpuException {
        Backend backend = new BackendDecision(Machine.of(A10, H100)).decide(true);

        assertThat(backend.isGpu()).isFalse();
        assertThat(backend.toString()).contains("GPU 1, NVIDIA H100").contains("(CUDA_VISIBLE_DEVICES can hide it)");
    }

    @Test
    void aMissingLibraryCountsAsNoGpu() throws NoUsableGpuException {
        Machine machine = Machine.of(A10).missing("libcudnn.so.8");

        assertThat(new BackendDecision(machine).decide(true))
                .hasToString("Computing on the CPU, because the library libcudnn.so.8 is not on this machine.");
    }

    @Test
    void theLibraryThatTheSystemMissedIsNamed() {
        Throwable driver = new UnsatisfiedLinkError("no jnicudart in java.library.path")
                .initCause(new UnsatisfiedLinkError(
                        "/cache/libjnicudart.so: libcuda.so.1: cannot open shared object file: No such file or directory"));

        assertThat(CudaFailure.reason(driver)).isEqualTo("the NVIDIA driver's libcuda.so.1 is not on this machine");
    }

    @ParameterizedTest
    @CsvSource({"3,5,false", "3,7,true", "5,0,true", "5,2,true", "6,1,true", "7,0,true", "7,5,true", "8,0,true",
            "8,6,true", "8,7,true", "8,9,true", "9,0,false", "10,0,false", "12,0,false"})
    void machineCodeServesItsMajorFromItsMinorUp(int major, int minor, boolean served) {
        assertThat(CudaBinary.serves(new Gpu(0, "any", major, minor))).isEqualTo(served);
    }
}
