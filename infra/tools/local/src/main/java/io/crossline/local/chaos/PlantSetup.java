package io.crossline.local.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Method;
import io.crossline.contracts.Topics;
import io.crossline.local.UserError;
import io.crossline.local.console.Terminal;
import io.crossline.local.demo.Adaptation;
import io.crossline.local.demo.DemoJob;
import io.crossline.local.demo.ImageSpec;
import io.crossline.local.demo.Ingestions;
import io.crossline.local.demo.LineSettings;
import io.crossline.local.demo.Report;
import io.crossline.local.demo.Summary;
import io.crossline.local.rest.RestClient;
import io.crossline.local.rest.Ticker;

/** Makes the plant before faults begin: two small simulated lines, two quick classifiers, which are champions of each line one after the other. */
final class PlantSetup {

    private static final String LINE_A = "line-a";
    private static final String LINE_B = "line-b";
    private static final String SIZE = "?images=800&test=300";
    private static final String PRESET = "quick";
    /** The two whose training takes least; both may serve both lines. */
    private static final List<Method> METHODS = List.of(Method.SOURCE, Method.CORAL_LINEAR);
    /** Images of a line that new ones are made from. */
    private static final int POOL = 200;

    private final RestClient ingest;
    private final RestClient training;
    private final RestClient evaluation;
    private final Ticker ticker;
    private final Terminal terminal;

    PlantSetup(RestClient ingest, RestClient training, RestClient evaluation, Ticker ticker, Terminal terminal) {
        this.ingest = ingest;
        this.training = training;
        this.evaluation = evaluation;
        this.ticker = ticker;
        this.terminal = terminal;
    }

    /**
     * @param connection to Kafka
     * @throws UserError if a step fails
     */
    Plant run(long seed, Map<String, Object> connection) throws InterruptedException {
        DemoJob job = job(seed);
        Ingestions.Result images = new Ingestions(ingest, ticker, terminal).run(job);
        List<String> models = models(job, images);
        Operator operator = new Operator(evaluation);
        List<String> lines = List.of(LINE_A, LINE_B);
        for (String line : lines) {
            operator.switchLoopOff(line);
            // each line has a champion before, so that a rollback has somewhere to go
            for (String model : models) {
                operator.promote(line, model);
            }
        }
        return captured(lines, models, seed, connection);
    }

    private static DemoJob job(long seed) {
        String clean = "sim:clean" + SIZE;
        String worn = "sim:worn" + SIZE;
        return new DemoJob(new ImageSpec(clean, clean, LINE_A), new ImageSpec(worn, worn, LINE_B), METHODS, PRESET,
                seed, null, LineSettings.NONE, null);
    }

    private List<String> models(DemoJob job, Ingestions.Result images) throws InterruptedException {
        Adaptation.Result trained = new Adaptation(training, ticker, terminal).run(job, images);
        if (!trained.failures().isEmpty()) {
            throw new UserError(String.join(" ", trained.failures()));
        }
        List<String> models = new Summary(evaluation, ticker, terminal)
                .await(job, trained, METHODS.stream().map(Method::id).toList()).rows().stream()
                .map(Report.Row::modelVersion).filter(Objects::nonNull).toList();
        if (models.size() != METHODS.size()) {
            throw new UserError("The evaluation service has the models %s in its summary, expected one for each of %s."
                    .formatted(models, METHODS));
        }
        return models;
    }

    private static Plant captured(List<String> lines, List<String> models, long seed, Map<String, Object> connection) {
        Map<String, List<byte[]>> pools = new HashMap<>();
        Map<String, Integer> partitions = new HashMap<>();
        Map<String, ImageShape> shapes = new HashMap<>();
        try (TopicOnwards topic = new TopicOnwards(connection, Topics.IMAGES_CAPTURED)) {
            topic.catchUp(record -> add(record, pools, partitions, shapes));
        }
        Map<String, LineImages> images = new HashMap<>();
        lines.forEach(line -> images.put(line, new LineImages(line, "chaos-" + seed, shapes.get(line), pools.get(line),
                seed + lines.indexOf(line))));
        return new Plant(lines, List.copyOf(models), Map.copyOf(images), Map.copyOf(partitions));
    }

    private static void add(ConsumerRecord<String, byte[]> record, Map<String, List<byte[]>> pools,
            Map<String, Integer> partitions, Map<String, ImageShape> shapes) {
        ImageBatch batch = ImageBatchCodec.decode(record.value());
        partitions.put(batch.line(), record.partition());
        shapes.put(batch.line(), batch.images().shape());
        List<byte[]> pool = pools.computeIfAbsent(batch.line(), line -> new ArrayList<>());
        for (int i = 0; i < batch.images().count() && pool.size() < POOL; i++) {
            pool.add(batch.images().image(i));
        }
    }
}
