package io.crossline.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.BatchImages;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.JobState;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.TrainingProgress;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Jobs that leave out images of the target, as of a kind that nobody knows. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class LeftOutIT {

    private static final int BATCH = 32;

    private KafkaProbe probe;
    private JobsInKafka bus;
    private TwoLines lines;
    private OffsetRange range;
    private String source;

    @BeforeEach
    void trainASourceModel() {
        probe = KafkaProbe.ofTest();
        bus = new JobsInKafka(probe);
        lines = TwoLines.produce(probe, 330);
        range = lines.target().train().ranges().get(0);
        source = bus.run(job(Method.SOURCE, lines.target(), List.of())).modelVersion();
    }

    @AfterEach
    void close() {
        probe.close();
    }

    /** Given images that a job leaves out, when a method adapts, then its model is the one that it makes of the others. */
    @Test
    void theModelIsThatOfTheOtherImages() {
        LineData others = new LineData(new DataSelection(lines.target().line(), null,
                lines.target().train().split(), List.of(new OffsetRange(range.topic(), range.partition(),
                        range.fromOffset() + 1, range.toOffset()))),
                null);
        List<BatchImages> first = List.of(leftOut(range.fromOffset(), BATCH));

        assertThat(List.of(Method.DANN, Method.CORAL_LINEAR, Method.TEACHER)).allSatisfy(method -> {
            ModelManifest without = model(job(method, lines.target(), first));

            assertThat(without.leftOut()).isEqualTo(first);
            assertThat(without.parametersSha256())
                    .isEqualTo(model(job(method, others, List.of())).parametersSha256())
                    .isNotEqualTo(model(job(method, lines.target(), List.of())).parametersSha256());
        });
    }

    /** Given a job that leaves out every image, when it runs, then it fails and says so. */
    @Test
    void someImagesMustBeLeft() {
        TrainingProgress end = bus.run(job(Method.TEACHER, lines.target(),
                List.of(leftOut(range.fromOffset(), BATCH), leftOut(range.fromOffset() + 1, BATCH))));

        assertThat(end.state()).isEqualTo(JobState.FAILED);
        assertThat(end.message()).isEqualTo("The job leaves out all 64 training images of line "
                + lines.target().line() + ", expected some that are left");
    }

    private BatchImages leftOut(long offset, int images) {
        return new BatchImages(range.topic(), range.partition(), offset, IntStream.range(0, images).boxed().toList());
    }

    private JobRequested job(Method method, LineData target, List<BatchImages> leftOut) {
        return JobsInKafka.job(method, lines.source(), target, method == Method.SOURCE ? null : source, List.of())
                .leavingOut(leftOut);
    }

    private ModelManifest model(JobRequested job) {
        TrainingProgress end = bus.run(job);
        assertThat(end.state()).as(end.message()).isEqualTo(JobState.COMPLETED);
        return bus.manifest(end.modelVersion());
    }
}
