package io.crossline.training.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.Provenance;

class ProvenancesTest {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    /** Given this process, then its models tell Java, system and numerics, and a whole commit where the build had one. */
    @Test
    void aModelTellsWhatMadeIt() {
        Provenance here = Provenances.here();

        assertThat(here.javaVersion()).isEqualTo(Runtime.version().toString());
        assertThat(here.operatingSystem()).startsWith(System.getProperty("os.name"));
        assertThat(here.architecture()).isEqualTo(System.getProperty("os.arch"));
        assertThat(here.numerics()).startsWith("ND4J ");
    }

    @Test
    void aBuildWithoutGitHasNoCommit() {
        assertThat(Provenances.commit(null)).isNull();
        assertThat(Provenances.commit(git("commit="))).isNull();
    }

    @Test
    void aBuildWithGitHasTheCommitAndWhetherFilesWereChanged() {
        assertThat(Provenances.commit(git("commit=" + COMMIT))).isEqualTo(COMMIT);
        assertThat(Provenances.commit(git("commit=" + COMMIT + "-dirty"))).isEqualTo(COMMIT + "-dirty");
    }

    private static InputStream git(String properties) {
        return new ByteArrayInputStream(properties.getBytes(StandardCharsets.UTF_8));
    }
}
