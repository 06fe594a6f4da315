package io.crossline.contracts;

import java.util.regex.Pattern;

/**
 * What a model was made with, beside its manifest's {@code backend} and {@code codeVersion}. The same training gives the same parameters, bit
 * for bit, where all of this is the same.
 *
 * @param javaVersion such as {@code 17.0.15+6-Debian-1deb12u1}
 * @param operatingSystem name and version, such as {@code Linux 6.1.0}
 * @param architecture such as {@code amd64}
 * @param threads of one operation at most
 * @param numerics library and version, such as {@code ND4J 1.0.0-M2.1}
 * @param cpuKernels instructions that the CPU's kernels use, such as {@code ND4J AVX2, OpenBLAS HASWELL}
 * @param commit of Crossline's sources in Git, 40 hex digits, with {@code -dirty} behind them where files were changed; null for a build
 *        without Git
 */
public record Provenance(String javaVersion, String operatingSystem, String architecture, int threads,
        String numerics, String cpuKernels, String commit) {

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}(-dirty)?");

    public Provenance {
        Require.text("javaVersion", javaVersion);
        Require.text("operatingSystem", operatingSystem);
        Require.text("architecture", architecture);
        Require.that(threads >= 1, "threads", "is " + threads + ", expected 1 or more");
        Require.text("numerics", numerics);
        Require.text("cpuKernels", cpuKernels);
        Require.that(commit == null || COMMIT.matcher(commit).matches(), "commit",
                "is '" + commit + "', expected 40 hex digits, or these and -dirty");
    }
}
