package io.crossline.evaluation.messaging;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.SelectedBatch;
import io.crossline.contracts.Topics;
import io.crossline.evaluation.Fixtures;
import io.crossline.evaluation.ServedLine;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Half windows where partitions go from one replica to another and back. The other replica is rows that it would write. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class RebalanceIT {

    private static final int HALF = ServedLine.WINDOW / 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    CapturedPartitions partitions;
    @Inject
    DataSource database;

    private final KafkaProbe probe = KafkaProbe.ofTest();
    private ServedLine line;
    private String model;
    private SelectedBatch<LabelledBatch> first;

    @BeforeEach
    void halfAWindow() {
        line = new ServedLine(probe);
        model = line.newModel(21);
        first = captureHalf(5);
        awaitPredictions(1);
    }

    @AfterEach
    void close() {
        probe.close();
    }

    /** Given half a window, when a rebalance takes the partition and gives it back, then the window goes on. */
    @Test
    void aWindowSurvivesARebalanceThatLeavesItsPartition() {
        List<TopicPartition> own = List.of(partition());

        partitions.onPartitionsRevoked(null, own);
        partitions.onPartitionsAssigned(null, own);
        captureHalf(6);

        awaitWindows(1);
    }

    /** Given half a window, when the line's partition is lost to another replica and comes back, then no window mixes the two times. */
    @Test
    void halfAWindowIsForgottenWithItsPartition() {
        partitions.onPartitionsLost(null, List.of(partition()));
        partitions.onPartitionsAssigned(null, List.of(partition()));
        captureHalf(6);
        awaitPredictions(2);
        windows(0);

        captureHalf(7);

        awaitWindows(1);
    }

    /** Given half a window, when another replica has predicted the next batch, then the window is not closed with the batch after it. */
    @Test
    void aWindowBeginsAnewWhereAnotherReplicaWentOn() {
        probe.produce(first.topic(), line.name(), null);
        predictedByAnother(first.offset() + 1);
        captureHalf(6);
        awaitPredictions(3);
        windows(0);

        captureHalf(7);

        awaitWindows(1);
    }

    /** Given a batch in hand when this replica was stopped, when it completes a window that another replica is past, then the window is dropped. */
    @Test
    void aWindowThatAnotherReplicaIsPastIsDropped() {
        predictedByAnother(first.offset() + 1_000_000);

        captureHalf(6);
        awaitPredictions(3);

        windows(0);
    }

    private TopicPartition partition() {
        return new TopicPartition(Topics.IMAGES_CAPTURED, first.partition());
    }

    private SelectedBatch<LabelledBatch> captureHalf(long seed) {
        return line.capture(HALF, seed).get(0);
    }

    private void awaitPredictions(int batches) {
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/lines/{line}/predictions", line.name()).then()
                .body("", hasSize(batches)));
        Fixtures.allWatched(probe);
    }

    private void awaitWindows(int count) {
        await().atMost(PATIENCE).untilAsserted(() -> windows(count));
    }

    private void windows(int count) {
        given().get("/lines/{line}/windows", line.name()).then().body("", hasSize(count));
    }

    private void predictedByAnother(long offset) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        """
                                insert into batch_prediction (topic, topic_partition, batch_offset, model_version, line, dataset, split,
                                    images, class_names, class_counts, mean_confidence, captured_at, predicted_at)
                                values (?, ?, ?, ?, ?, 'images', 'train', 100, '{good}', '{100}', 0.9, now(), now())""")) {
            insert.setString(1, first.topic());
            insert.setInt(2, first.partition());
            insert.setLong(3, offset);
            insert.setString(4, model);
            insert.setString(5, line.name());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
