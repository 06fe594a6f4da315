package io.crossline.evaluation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.BatchPredicted;
import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Json;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelPromoted;
import io.crossline.contracts.Topics;
import io.crossline.evaluation.Fixtures;

class OutboxEventTest {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    /** Given a batch that is predicted again after a restart, then its event has the same id; by another model it has another one. */
    @Test
    void aBatchHasOneIdForEachModel() {
        assertThat(OutboxEvent.of(predicted("dann-1", 7, AT)).id())
                .isEqualTo(OutboxEvent.of(predicted("dann-1", 7, AT.plusSeconds(60))).id())
                .isNotEqualTo(OutboxEvent.of(predicted("dann-2", 7, AT)).id())
                .isNotEqualTo(OutboxEvent.of(predicted("dann-1", 8, AT)).id());
    }

    @Test
    void aPromotionIsACloudEventOfItsLine() {
        ModelPromoted promoted = new ModelPromoted("line-b", "dann-1", "source-1", "Ada", "steadier", AT);

        OutboxEvent event = OutboxEvent.of(promoted);

        assertThat(event.topic()).isEqualTo(Topics.MODELS_PROMOTED);
        assertThat(event.key()).isEqualTo("line-b");
        assertThat(event.headers()).containsEntry(CloudEventHeaders.ID, event.id().toString())
                .containsEntry(CloudEventHeaders.TYPE, "io.crossline.models.promoted")
                .containsEntry(CloudEventHeaders.SUBJECT, "line-b").containsEntry("ce_time", "2026-01-01T00:00:00Z");
        assertThat(Json.decode(event.value(), ModelPromoted.class)).isEqualTo(promoted);
    }

    @Test
    void aJobsEventHasTheJobsId() {
        JobRequested job = Fixtures.job(UUID.randomUUID(), Method.SOURCE, List.of(Method.SOURCE));

        assertThat(OutboxEvent.of(job).id()).isEqualTo(job.jobId());
    }

    private static BatchPredicted predicted(String model, long offset, Instant at) {
        return new BatchPredicted("line-b", model, Topics.IMAGES_CAPTURED, 0, offset, List.of("a", "b"), List.of(1),
                List.of(0.9), at);
    }
}
