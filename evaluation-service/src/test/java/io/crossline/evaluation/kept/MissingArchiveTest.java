package io.crossline.evaluation.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;

class MissingArchiveTest {

    /** Given a champion whose archive is not found, then it is looked for again, the champion counts as lost, and nothing is given up. */
    @Test
    void anArchiveThatIsNotFoundIsLookedForAgain() {
        List<String> asked = new ArrayList<>();
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        KeptConfig config = new SmallRyeConfigBuilder().withMapping(KeptConfig.class).build()
                .getConfigMapping(KeptConfig.class);
        // no broker is there to give anything up on
        ChampionImages images = new ChampionImages((champions, work) -> work.accept(List.of("dann-1")), version -> {
            asked.add(version);
            return Optional.empty();
        }, Map.of(), config, metrics);

        images.look();
        images.look();

        assertThat(asked).containsExactly("dann-1", "dann-1");
        assertThat(metrics.get("crossline.kept.models.lost").gauge().value()).isEqualTo(1);
        assertThat(metrics.get("crossline.kept.models").gauge().value()).isZero();
    }
}
