package io.crossline.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.GivenLabel;
import io.crossline.contracts.JobState;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.TrainingProgress;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.TwoLineImages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Jobs with a few target labels that people gave. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class FewLabelsIT {

    private KafkaProbe probe;
    private JobsInKafka bus;
    private TwoLines lines;
    private String source;

    @BeforeEach
    void trainTheParent() {
        probe = KafkaProbe.ofTest();
        bus = new JobsInKafka(probe);
        lines = TwoLines.produce(probe, 310);
        source = run(Method.SOURCE, null, List.of()).modelVersion();
    }

    @AfterEach
    void close() {
        probe.close();
    }

    /** Given a few labels, when a method trains with them, then its model is another one and its manifest names them. */
    @Test
    void labelsAreLearntAndRecorded() {
        List<GivenLabel> labels = labels(6);

        assertThat(List.of(Method.DANN, Method.CORAL, Method.TEACHER)).allSatisfy(method -> {
            ModelManifest without = model(run(method, source, List.of()));
            TrainingProgress end = run(method, source, labels);

            assertThat(model(end).targetLabels()).isEqualTo(labels);
            assertThat(model(end).parametersSha256()).isNotEqualTo(without.parametersSha256());
            assertThat(end.losses()).containsKey("givenLabels");
            assertThat(without.targetLabels()).isEmpty();
        });
    }

    /** Given a label of an image that is not there, when a job names it, then the job fails and names it too. */
    @Test
    void aLabelWithoutAnImageFailsTheJob() {
        GivenLabel astray = new GivenLabel(range().topic(), range().partition(), range().fromOffset(), 99, "ring");

        TrainingProgress end = run(Method.TEACHER, source, List.of(labels(1).get(0), astray));

        assertThat(end.state()).isEqualTo(JobState.FAILED);
        assertThat(end.message()).contains("'ring' of image 99", "@" + range().fromOffset());
    }

    /** Given labels, when a method is requested that has no use for them, then the job fails and says which methods have. */
    @Test
    void otherMethodsRefuseLabels() {
        assertThat(List.of(Method.SOURCE, Method.CYCLEGAN, Method.CORAL_LINEAR)).allSatisfy(method -> {
            TrainingProgress end = run(method, source, labels(2));

            assertThat(end.state()).isEqualTo(JobState.FAILED);
            assertThat(end.message()).contains(method.id() + " does not learn from target labels", "teacher");
        });
    }

    private TrainingProgress run(Method method, String parent, List<GivenLabel> labels) {
        return bus.run(JobsInKafka.job(method, lines.source(), lines.target(), parent, labels));
    }

    private ModelManifest model(TrainingProgress end) {
        assertThat(end.state()).as(end.message()).isEqualTo(JobState.COMPLETED);
        return bus.manifest(end.modelVersion());
    }

    /** Of the first images, whose classes come in turn. */
    private List<GivenLabel> labels(int count) {
        return IntStream.range(0, count).mapToObj(i -> new GivenLabel(range().topic(), range().partition(),
                range().fromOffset(), i, TwoLineImages.CLASS_NAMES.get(i % TwoLineImages.CLASS_NAMES.size()))).toList();
    }

    private OffsetRange range() {
        return lines.target().train().ranges().get(0);
    }
}
