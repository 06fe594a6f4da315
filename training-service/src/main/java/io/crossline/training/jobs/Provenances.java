package io.crossline.training.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

import io.crossline.contracts.Provenance;
import io.crossline.networks.backend.NativeLibraries;

/** What this process makes models with. */
final class Provenances {

    /** Written by the build; empty where it ran without Git. */
    private static final String GIT = "/io/crossline/training/git.properties";

    private Provenances() {}

    static Provenance here() {
        return new Provenance(Runtime.version().toString(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"), System.getProperty("os.arch"),
                NativeLibraries.threads(), NativeLibraries.numerics(), NativeLibraries.cpuKernels(),
                commit(Provenances.class.getResourceAsStream(GIT)));
    }

    /**
     * @param git properties that the build wrote, or null
     * @return null where there is none
     */
    static String commit(InputStream git) {
        if (git == null) {
            return null;
        }
        try (git) {
            Properties properties = new Properties();
            properties.load(git);
            String commit = properties.getProperty("commit", "");
            return commit.isBlank() ? null : commit;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
