package io.crossline.networks.backend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** What is loaded into this process to compute with; asking loads it where nothing has yet. */
public final class NativeLibraries {

    /** OpenBLAS 0.3.19's kernels of x86-64 and ARM processors. Each is a table that OpenBLAS points to once it has chosen. */
    private static final List<String> OPENBLAS_KERNELS = List.of("PRESCOTT", "CORE2", "NEHALEM", "SANDYBRIDGE",
            "HASWELL", "SKYLAKEX", "COOPERLAKE", "ATHLON", "BARCELONA", "BULLDOZER", "PILEDRIVER", "STEAMROLLER",
            "EXCAVATOR", "ZEN", "ARMV8", "CORTEXA53", "CORTEXA57", "CORTEXA72", "CORTEXA73", "NEOVERSEN1");
    private static final String ND4J = "/META-INF/maven/org.nd4j/nd4j-api/pom.properties";

    private NativeLibraries() {}

    /** Library and version, such as {@code ND4J 1.0.0-M2.1}. */
    public static String numerics() {
        Properties pom = new Properties();
        try (InputStream in = Nd4j.class.getResourceAsStream(ND4J)) {
            if (in != null) {
                pom.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ("ND4J " + pom.getProperty("version", "")).strip();
    }

    /** Threads of one operation at most. */
    public static int threads() {
        return Nd4j.getEnvironment().maxThreads();
    }

    /** Instructions that the CPU's kernels use, such as {@code ND4J AVX2, OpenBLAS HASWELL}. */
    public static String cpuKernels() {
        String nd4j = Nd4j.getEnvironment().isCPU()
                ? switch (NativeOpsHolder.getInstance().getDeviceNativeOps().binaryLevel()) {
                    case 3 -> "AVX512";
                    case 2 -> "AVX2";
                    default -> "generic";
                }
                : "none";
        return "ND4J " + nd4j + ", OpenBLAS " + openBlas();
    }

    /** The kernels that OpenBLAS chose; JavaCPP has no binding of {@code openblas_get_corename}. */
    private static String openBlas() {
        Pointer chosen = Loader.addressof("gotoblas");
        if (chosen == null) {
            return "unknown";
        }
        long table = new PointerPointer<Pointer>(chosen).get(0).address();
        return OPENBLAS_KERNELS.stream().filter(name -> {
            Pointer kernels = Loader.addressof("gotoblas_" + name);
            return kernels != null && kernels.address() == table;
        }).findFirst().orElse("unknown");
    }
}
