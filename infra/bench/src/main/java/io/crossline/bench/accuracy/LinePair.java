package io.crossline.bench.accuracy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Split;
import io.crossline.ingest.dataset.Dataset;
import io.crossline.ingest.dataset.DatasetCatalog;
import io.crossline.ingest.dataset.Downloads;
import io.crossline.training.trainer.AdaptationTarget;
import io.crossline.training.trainer.ClassMix;
import io.crossline.training.trainer.LabelledImages;
import io.crossline.training.trainer.UnlabelledImages;

/** Both lines in memory. The target's training images have lost their labels. */
public record LinePair(List<String> classNames, LabelledImages source, TestImages sourceTest, UnlabelledImages target,
        Optional<ClassMix> mix, TestImages targetTest) {

    /** What an adapting method may know of the target. */
    AdaptationTarget known() {
        return new AdaptationTarget(target, source.none(), mix);
    }

    /**
     * @param expectedMix what is told of the target's mix of classes, or null
     * @param source and target as {@code infra/crossline demo} takes them
     * @throws io.crossline.contracts.InvalidFieldException if a specification is wrong
     * @throws io.crossline.ingest.dataset.DatasetException if images cannot be read
     */
    public static LinePair load(String source, String target, ImageShape shape, ExpectedMix expectedMix, long seed) {
        Dataset from = open(source, seed);
        Dataset to = open(target, seed);
        TestImages labelled = SplitImages.labelled(from, Split.TRAIN, shape);
        return new LinePair(from.classNames(),
                new LabelledImages(shape, from.classNames().size()).add(labelled.pixels(), labelled.labels()),
                SplitImages.labelled(from, Split.TEST, shape),
                new UnlabelledImages(shape).add(SplitImages.all(to, Split.TRAIN, shape)),
                ClassMix.of(expectedMix, from.classNames()), SplitImages.labelled(to, Split.TEST, shape));
    }

    private static Dataset open(String spec, long seed) {
        DatasetCatalog catalog = new DatasetCatalog(new Downloads(Path.of(".crossline", "downloads"), Map.of()));
        return catalog.open(catalog.check(spec), seed, null);
    }
}
