package io.crossline.evaluation.scoring;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.LineData;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.Verdict;
import io.crossline.evaluation.EvaluationConfig;
import io.crossline.kafka.LineImages;
import io.crossline.networks.inference.Generators;

/** Accepts or rejects the generators of a line pair by translating sample images there and back. */
@ApplicationScoped
public class GeneratorEvaluator {

    private final LineImages images;
    private final EvaluationConfig config;

    GeneratorEvaluator(LineImages images, EvaluationConfig config) {
        this.images = images;
        this.config = config;
    }

    /**
     * @throws io.crossline.networks.archive.CorruptArchiveException if the archive cannot be used
     * @throws io.crossline.kafka.SelectionUnavailableException if a line has no images in Kafka
     */
    public Evaluation evaluate(ModelManifest model, byte[] archive) {
        byte[] source = sample(model.source(), model);
        byte[] target = sample(model.target(), model);
        try (Generators generators = Generators.load(archive)) {
            CycleCheck check = check(generators, source, target, model.shape().bytes());
            return evaluation(model, check.verdict(config.generator()), check.reason(config.generator()),
                    check.figures());
        } catch (ArithmeticException e) {
            return evaluation(model, Verdict.REJECTED, e.getMessage() + ": its training diverged.", Map.of());
        }
    }

    private static CycleCheck check(Generators generators, byte[] source, byte[] target, int imageBytes) {
        byte[] translated = generators.sourceToTarget(source);
        byte[] reverse = generators.targetToSource(target);
        return CycleCheck.of(
                new CycleCheck.Direction(source, translated, generators.targetToSource(translated), imageBytes),
                new CycleCheck.Direction(target, reverse, generators.sourceToTarget(reverse), imageBytes));
    }

    /** Test images where there are some: the generators have not seen them. */
    private byte[] sample(LineData line, ModelManifest model) {
        ImageSample sample = new ImageSample(config.generator().images(), model.classNames());
        images.read(line.test() == null ? line.train() : line.test(), model, sample::add);
        return sample.pixels();
    }

    private static Evaluation evaluation(ModelManifest model, Verdict verdict, String reason,
            Map<String, Double> figures) {
        return new Evaluation(model, verdict, reason, figures, List.of(), null, null, Instant.now());
    }
}
