package io.crossline.evaluation.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.GivenLabel;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelManifest;
import io.crossline.evaluation.Fixtures;
import io.crossline.monitoring.novelty.NamedKinds;
import io.crossline.testing.TwoLineImages;

class NamedKindsTest {

    @Test
    void aKindWithEnoughImagesIsAClassMore() {
        List<GivenLabel> named = named("stain", 5, 0).toList();

        NamedKinds kinds = NamedKinds.of(named, champion(List.of()), 5);

        assertThat(kinds.classNames()).containsExactly("horizontal", "vertical", "ring", "blob", "stain");
        assertThat(kinds.examples()).isEqualTo(named);
        assertThat(kinds.waiting()).isEmpty();
    }

    @Test
    void fewImagesWaitAndKnownClassesAreNoKinds() {
        List<GivenLabel> named = Stream.of(named("stain", 4, 0), named("ring", 9, 10), named("dust", 6, 20),
                named("crack", 5, 30)).flatMap(images -> images).toList();

        NamedKinds kinds = NamedKinds.of(named, champion(List.of()), 5);

        assertThat(kinds.classNames()).containsExactly("horizontal", "vertical", "ring", "blob", "crack", "dust");
        assertThat(kinds.examples()).extracting(GivenLabel::className).hasSize(11).doesNotContain("stain", "ring");
        assertThat(kinds.waiting()).isEqualTo(Map.of("stain", 4));
    }

    @Test
    void aKindThatTheChampionLearntKeepsItsPlaceAndItsExamples() {
        List<GivenLabel> now = Stream.concat(named("stain", 3, 50), named("crack", 5, 0)).toList();

        NamedKinds kinds = NamedKinds.of(now, champion(named("stain", 5, 0).toList()), 5);

        assertThat(kinds.classNames()).containsExactly("horizontal", "vertical", "ring", "blob", "stain", "crack");
        assertThat(kinds.examples()).containsExactlyInAnyOrderElementsOf(now);
    }

    @Test
    void aJobHoldsTheNewestOfEachKind() {
        List<GivenLabel> named = Stream.concat(named("stain", 1500, 0), named("crack", 1200, 2000)).toList();

        assertThat(NamedKinds.of(named, champion(List.of()), 5).examples())
                .hasSize(JobRequested.MOST_EXAMPLES)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(named("stain", 1000, 0), named("crack", 1000, 2000)).toList());
    }

    private static Stream<GivenLabel> named(String className, int images, long firstOffset) {
        return IntStream.range(0, images).mapToObj(i -> new GivenLabel("t", 0, firstOffset + i, 0, className));
    }

    /** @param examples that it learnt */
    private static ModelManifest champion(List<GivenLabel> examples) {
        JobRequested job = Fixtures.job(UUID.randomUUID(), Method.TEACHER, List.of(Method.TEACHER));
        return Fixtures.manifest(examples.isEmpty()
                ? job
                : job.learning(Stream.concat(TwoLineImages.CLASS_NAMES.stream(),
                        examples.stream().map(GivenLabel::className).distinct()).toList(), examples));
    }
}
