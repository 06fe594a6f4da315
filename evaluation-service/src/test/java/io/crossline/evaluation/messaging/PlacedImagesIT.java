package io.crossline.evaluation.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.Split;
import io.crossline.evaluation.scoring.PlacedImage;
import io.crossline.evaluation.scoring.PlacedImages;
import io.crossline.monitoring.drift.ImagePlace;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.crossline.testing.TwoLineImages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class PlacedImagesIT {

    private static final String LINE = TwoLineImages.TARGET_LINE;

    private final String topic = "images-" + UUID.randomUUID();

    @Inject
    PlacedImages images;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    /** Given three batches and a record that is none, when the first is deleted, then what is left is found. */
    @Test
    void whatIsStillInKafkaIsFound() throws Exception {
        List<LabelledBatch> batches = TwoLineImages.target(Split.TRAIN, 12, 4, 5);
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers));
                KafkaProbe probe = new KafkaProbe(servers)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get(30, TimeUnit.SECONDS);
            probe.produce(topic, LINE, ImageBatchCodec.encode(batches.get(0)));
            probe.produce(topic, LINE, ImageBatchCodec.encode(batches.get(1)));
            probe.produce(topic, LINE, "no batch".getBytes(StandardCharsets.UTF_8));
            probe.produce(topic, LINE, ImageBatchCodec.encode(batches.get(2)));
            admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(1))).all()
                    .get(30, TimeUnit.SECONDS);
        }

        Map<ImagePlace, PlacedImage> found = images.read(LINE, List.of(at(3, 3), at(1, 0), at(0, 0), at(1, 2),
                at(2, 0), at(1, 4), at(4, 0)));

        assertThat(found).containsOnlyKeys(at(1, 0), at(1, 2), at(3, 3));
        assertThat(found.get(at(1, 2)).pixels()).isEqualTo(batches.get(1).images().image(2));
        assertThat(found.get(at(3, 3)).pixels()).isEqualTo(batches.get(2).images().image(3));
        assertThat(found.get(at(3, 3)).shape()).isEqualTo(TwoLineImages.SHAPE);
        assertThat(images.read("another-line", List.of(at(1, 0)))).isEmpty();
    }

    private ImagePlace at(long offset, int image) {
        return new ImagePlace(topic, 0, offset, image);
    }
}
