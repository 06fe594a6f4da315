package io.crossline.evaluation.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.Sha256;
import io.crossline.evaluation.Fixtures;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.archive.ModelArchive;

class CheckedArchivesTest implements EvaluatedArchives {

    private static final JobRequested JOB = Fixtures.job(UUID.randomUUID(), Method.SOURCE, List.of(Method.SOURCE));

    private final Map<String, byte[]> bus = new HashMap<>();
    private final Map<String, EvaluatedArchive> evaluated = new HashMap<>();
    private final List<RefusedArchive> accounted = new ArrayList<>();
    private final CheckedArchives archives = new CheckedArchives(version -> Optional.ofNullable(bus.get(version)),
            this);

    @Override
    public Optional<EvaluatedArchive> of(String modelVersion) {
        return Optional.ofNullable(evaluated.get(modelVersion));
    }

    @Override
    public void refused(RefusedArchive archive) {
        accounted.add(archive);
    }

    @Test
    void onlyTheArchiveThatWasEvaluatedIsFound() {
        byte[] judged = {1};
        byte[] other = {2};
        evaluated.put("m", new EvaluatedArchive("m", "line", Sha256.hex(judged), "none"));

        bus.put("m", judged);
        assertThat(archives.find("m")).contains(judged);
        bus.put("m", other);
        assertThat(archives.find("m")).isEmpty();
        assertThat(archives.refusal("m").orElseThrow()).contains(Sha256.hex(judged), Sha256.hex(other));
        assertThat(archives.refusals()).containsOnlyKeys("m");
        assertThat(accounted).hasSize(1);
        bus.put("m", judged);
        assertThat(archives.find("m")).contains(judged);
        assertThat(archives.refusal("m")).isEmpty();
        assertThat(archives.refusals()).isEmpty();
    }

    /** Given an evaluation from before archives had digests, then the parameters' digest decides. */
    @Test
    void anEvaluationFromBeforeIsComparedByItsParameters() {
        byte[] judged = archive(1);
        bus.put("m", judged);
        evaluated.put("m",
                new EvaluatedArchive("m", "line", null, ModelArchive.readManifest(judged).parametersSha256()));

        assertThat(archives.find("m")).contains(judged);
        bus.put("m", archive(2));
        assertThat(archives.find("m")).isEmpty();
        assertThat(archives.refusal("m").orElseThrow()).contains("the SHA-256 of its parameters is");
    }

    @Test
    void aModelThatIsNotEvaluatedYetIsFound() {
        bus.put("new", new byte[]{3});

        assertThat(archives.find("new")).isPresent();
        assertThat(archives.find("none")).isEmpty();
        assertThat(accounted).isEmpty();
    }

    private static byte[] archive(long seed) {
        try (ClassifierNetworks networks = ClassifierNetworks.create(JOB.shape(), JOB.classNames().size(), seed)) {
            return ModelArchive.write(
                    Fixtures.manifest(JOB, ModelKind.CLASSIFIER, ModelArchive.parametersSha256(networks)), networks);
        }
    }
}
