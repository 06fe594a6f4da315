package io.crossline.training.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.crossline.adaptation.preset.Presets;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.JobState;
import io.crossline.contracts.Json;
import io.crossline.contracts.Method;
import io.crossline.contracts.Topics;
import io.crossline.contracts.TrainingProgress;
import io.crossline.networks.backbone.Backbones;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.training.TestPresets;
import io.crossline.training.TrainingSettings;
import io.crossline.training.TwoLines;
import io.crossline.training.messaging.Broker;
import io.crossline.training.store.ModelStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** A second training replica joins while the first one trains, and is given the first one's job. */
@QuarkusTest
@TestProfile(TwoTrainersIT.JobsMove.class)
@QuarkusTestResource(KafkaTestResource.class)
class TwoTrainersIT {

    public static class JobsMove implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("mp.messaging.incoming.jobs-requested.partition.assignment.strategy",
                    AllToTheLast.class.getName());
        }
    }

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Broker broker;
    @Inject
    TrainingSettings settings;
    @Inject
    Presets presets;
    @Inject
    ModelStore store;
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private KafkaProbe probe;

    @BeforeEach
    void open() {
        probe = KafkaProbe.ofTest();
    }

    @AfterEach
    void close() {
        probe.close();
    }

    /** Given a job that runs, when another replica takes it over and trains it to its end, then one model is published, by that one. */
    @Test
    void aJobThatMovesIsPublishedOnce() {
        // Given
        TwoLines lines = TwoLines.produce(probe, 700);
        JobRequested job = lines.jobs(TestPresets.LONG, Method.SOURCE).get(0);
        probe.produce(Topics.JOBS_REQUESTED, job.key(), Json.encode(job));
        probe.first(Topics.TRAINING_PROGRESS, record -> isOf(job, record) && progress(record).epoch() >= 2);

        // When the second replica joins and runs the job
        try (KafkaConsumer<String, byte[]> second = new KafkaConsumer<>(consumer(), new StringDeserializer(),
                new ByteArrayDeserializer())) {
            second.subscribe(List.of(Topics.JOBS_REQUESTED));
            ConsumerRecord<String, byte[]> taken = take(second, job);
            secondTrainer().run(Json.decode(taken.value(), JobRequested.class));
            second.commitSync(Map.of(new TopicPartition(taken.topic(), taken.partition()),
                    new OffsetAndMetadata(taken.offset() + 1)));
        }

        // Then the first one has left it, and is free for the next job, once the second one is gone
        JobRequested next = lines.jobs(TestPresets.TINY, Method.SOURCE).get(0);
        probe.produce(Topics.JOBS_REQUESTED, next.key(), Json.encode(next));
        probe.first(Topics.TRAINING_PROGRESS, record -> isOf(next, record) && progress(record).state().isFinal());
        probe.produce(Topics.MODELS_TRAINED, "end-" + job.jobId(), new byte[0]);
        assertThat(probe.consumeUntil(Topics.MODELS_TRAINED,
                record -> record.key().endsWith(job.jobId().toString()),
                found -> found.stream().anyMatch(record -> record.key().startsWith("end-"))))
                .extracting(ConsumerRecord::key).containsOnlyOnce(job.modelVersion());
        probe.produce(Topics.TRAINING_PROGRESS, job.jobId().toString(), new byte[0]);
        assertThat(probe.consumeUntil(Topics.TRAINING_PROGRESS, record -> job.jobId().toString().equals(record.key()),
                found -> found.stream().anyMatch(record -> record.value().length == 0)))
                .filteredOn(record -> record.value().length > 0 && progress(record).state().isFinal())
                .extracting(record -> progress(record).state()).containsExactly(JobState.COMPLETED);
    }

    private ConsumerRecord<String, byte[]> take(KafkaConsumer<String, byte[]> consumer, JobRequested job) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < PATIENCE.toNanos()) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (Json.decode(record.value(), JobRequested.class).jobId().equals(job.jobId())) {
                    return record;
                }
            }
        }
        throw new AssertionError("The second consumer was not given the job");
    }

    /** With checkpoints of its own, as on another machine. */
    private JobRunner secondTrainer() {
        TrainingSettings own = (TrainingSettings) Proxy.newProxyInstance(TrainingSettings.class.getClassLoader(),
                new Class<?>[]{TrainingSettings.class},
                (proxy, method, arguments) -> method.getName().equals("checkpoints")
                        ? Path.of("target", "checkpoints-of-second")
                        : method.invoke(settings, arguments));
        return new JobRunner(own, broker.properties(), presets, new JobRegistry(), new Verdicts(), store,
                new Backbones(Path.of("target", "no-backbones")),
                progress -> probe.produce(Topics.TRAINING_PROGRESS, progress.jobId().toString(), Json.encode(progress)),
                (manifest, archive) -> probe.produce(Topics.MODELS_TRAINED, manifest.modelVersion(), archive),
                line -> null,
                "cpu",
                "test", Clock.systemUTC());
    }

    private Map<String, Object> consumer() {
        return Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ConsumerConfig.GROUP_ID_CONFIG,
                "training-service", ConsumerConfig.CLIENT_ID_CONFIG, "zz-second",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, AllToTheLast.class.getName());
    }

    private static boolean isOf(JobRequested job, ConsumerRecord<String, byte[]> record) {
        return job.jobId().toString().equals(record.key()) && record.value().length > 0;
    }

    private static TrainingProgress progress(ConsumerRecord<String, byte[]> record) {
        return Json.decode(record.value(), TrainingProgress.class);
    }
}
