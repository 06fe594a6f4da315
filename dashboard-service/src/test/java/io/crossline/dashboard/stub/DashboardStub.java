package io.crossline.dashboard.stub;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.JobState;
import io.crossline.contracts.Json;
import io.crossline.contracts.Method;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.contracts.TrainingProgress;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.TwoLineImages;

/**
 * Runs the fake services and a broker for work on the page. Arguments: a {@link Scenario} (default RUNNING), the first
 * of four ports (default 18081: ingest, translation, training, evaluation), and how many lines are in use once all is FINISHED
 * (default 1). Prints the settings for the dashboard.
 */
public final class DashboardStub {

    private static final int EPOCHS = 12;
    private static final int EVENTS_AN_EPOCH = 4;

    private DashboardStub() {}

    public static void main(String[] arguments) {
        Scenario scenario = Scenario.valueOf(arguments.length > 0 ? arguments[0] : "RUNNING");
        int port = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 18081;
        FakeServices services = new FakeServices();
        services.startAt(port, port + 1, port + 2, port + 3);
        scenario.play(services, arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1);
        KafkaTestResource kafka = new KafkaTestResource();
        String bootstrapServers = kafka.start().get("kafka.bootstrap.servers");
        String settings = ("KAFKA_BOOTSTRAP_SERVERS=%s CROSSLINE_INGEST_URL=%s CROSSLINE_TRANSLATION_URL=%s"
                + " CROSSLINE_TRAINING_URL=%s CROSSLINE_EVALUATION_URL=%s").formatted(bootstrapServers,
                        services.ingest().url(), services.translation().url(), services.training().url(),
                        services.evaluation().url());
        System.out.println(settings);
        if (scenario == Scenario.RUNNING) {
            keepBusy(new KafkaProbe(bootstrapServers));
        }
    }

    private static void keepBusy(KafkaProbe probe) {
        AtomicInteger tick = new AtomicInteger(5 * EVENTS_AN_EPOCH);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        timer.scheduleAtFixedRate(() -> {
            int now = tick.updateAndGet(before -> before + 1 > EPOCHS * EVENTS_AN_EPOCH ? 1 : before + 1);
            probe.produce(Topics.TRAINING_PROGRESS, Samples.jobId(Method.CYCLEGAN).toString(),
                    Json.encode(progress(now)));
            TwoLineImages.source(Split.TRAIN, 64 + now % 5 * 24, 128, now).forEach(batch -> probe.produce(
                    Topics.IMAGES_CAPTURED, now % 3 == 0 ? Samples.TARGET : Samples.SOURCE,
                    new byte[0], CloudEventHeaders.of(batch, "stub")));
        }, 1, 1, TimeUnit.SECONDS);
    }

    /** @param tick the event's number; every fourth closes an epoch */
    public static TrainingProgress progress(int tick) {
        int epoch = tick / EVENTS_AN_EPOCH;
        boolean end = tick % EVENTS_AN_EPOCH == 0;
        double fraction = tick / (double) (EPOCHS * EVENTS_AN_EPOCH);
        Map<String, Double> losses = new TreeMap<>();
        Samples.losses(Method.CYCLEGAN, Math.max(1, tick / (double) EVENTS_AN_EPOCH))
                .forEach((name, value) -> losses.put(name, (Double) value));
        UUID job = Samples.jobId(Method.CYCLEGAN);
        return new TrainingProgress(job, Samples.ADAPTATION, Method.CYCLEGAN, Samples.SOURCE, Samples.TARGET,
                JobState.RUNNING, Samples.phase(Method.CYCLEGAN, epoch, EPOCHS), epoch, EPOCHS, end, fraction, losses,
                Map.of(), 92 + tick % 7, 164 * fraction, 164 * (1 - fraction), "", null, Instant.now());
    }
}
