package io.crossline.training;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.FrameChecks;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;
import io.crossline.contracts.Split;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.TwoLineImages;
import io.crossline.training.jobs.AdaptationPlan;

/**
 * Small images of two lines in Kafka.
 *
 * @param source with labels
 * @param target without
 */
public record TwoLines(LineData source, LineData target) {

    private static final int IMAGES = 64;
    private static final int BATCH = 32;

    /** Writes the images; another seed gives another data set. */
    public static TwoLines produce(KafkaProbe probe, long seed) {
        DataSelection sourceTrain = probe.produceAll(TwoLineImages.source(Split.TRAIN, IMAGES, BATCH, seed));
        DataSelection sourceTest = probe.produceAll(TwoLineImages.source(Split.TEST, BATCH, BATCH, seed));
        DataSelection targetTrain = probe.produceAll(unlabelled(seed));
        return new TwoLines(new LineData(sourceTrain, sourceTest), new LineData(targetTrain, null));
    }

    private static List<ImageBatch> unlabelled(long seed) {
        return TwoLineImages.target(Split.TRAIN, IMAGES, BATCH, seed).stream()
                .<ImageBatch>map(LabelledBatch::withoutLabels).toList();
    }

    /** An adaptation's jobs. */
    public List<JobRequested> jobs(String preset, Method... methods) {
        return new AdaptationPlan(Set.of(methods), preset, 7, source, target, TwoLineImages.SHAPE,
                TwoLineImages.CLASS_NAMES, null, true, null, List.of(), new FrameChecks(Set.of(), Set.of()))
                .jobs(UUID.randomUUID(), Instant.now());
    }

    /** An adaptation's request over REST. */
    public Map<String, Object> request(String preset, List<String> methods) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("sourceLine", source.line());
        request.put("targetLine", target.line());
        request.put("methods", methods);
        request.put("preset", preset);
        request.put("seed", 7);
        request.put("source", source);
        request.put("target", target);
        request.put("shape", TwoLineImages.SHAPE);
        request.put("classNames", TwoLineImages.CLASS_NAMES);
        return request;
    }
}
