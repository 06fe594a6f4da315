package io.crossline.bench.accuracy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.crossline.adaptation.trainer.AdaptationTarget;
import io.crossline.adaptation.trainer.ClassMix;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.UnlabelledImages;
import io.crossline.contracts.ClassComparison;
import io.crossline.contracts.ClassNames;
import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.PictureSettings;
import io.crossline.contracts.Split;
import io.crossline.datasets.Dataset;
import io.crossline.datasets.DatasetCatalog;
import io.crossline.datasets.DatasetSpec;
import io.crossline.datasets.Downloads;

/**
 * Both lines in memory. The target's training images have lost their labels.
 *
 * @param classNames of the source
 * @param classes of the source beside those of the target, or null where the target has no labels
 * @param targetTest of the classes that both lines have
 */
public record LinePair(List<String> classNames, ClassComparison classes, LabelledImages source, TestImages sourceTest,
        UnlabelledImages target,
        Optional<ClassMix> mix, TestImages targetTest) {

    /** What an adapting method may know of the target. */
    AdaptationTarget known() {
        return new AdaptationTarget(target, source.none(), mix);
    }

    /**
     * @param expectedMix what is told of the target's mix of classes, or null
     * @param source and target as {@code infra/crossline demo} takes them
     * @throws io.crossline.contracts.InvalidFieldException if a specification is wrong, or the lines have no class in common
     * @throws io.crossline.datasets.DatasetException if images cannot be read
     */
    public static LinePair load(String source, String target, ImageShape shape, ExpectedMix expectedMix, long seed) {
        Line ofSource = open(source, seed, shape);
        Line ofTarget = open(target, seed, shape);
        Dataset from = ofSource.dataset();
        Dataset to = ofTarget.dataset();
        List<String> ours = ClassNames.normal(from.classNames());
        List<String> theirs = ClassNames.normal(to.classNames());
        ClassComparison classes = compared(source, ours, target, theirs);
        TestImages labelled = SplitImages.labelled(from, Split.TRAIN, shape, ofSource.pictures());
        return new LinePair(ours, classes,
                new LabelledImages(shape, ours.size()).add(labelled.pixels(), labelled.labels()),
                SplitImages.labelled(from, Split.TEST, shape, ofSource.pictures()),
                new UnlabelledImages(shape).add(SplitImages.all(to, Split.TRAIN, shape, ofTarget.pictures())),
                ClassMix.of(expectedMix, ours), SplitImages.labelled(to, Split.TEST, shape, ofTarget.pictures())
                        .among(ClassNames.indices(theirs, ours), shape.bytes()));
    }

    private static ClassComparison compared(String source, List<String> ours, String target, List<String> theirs) {
        ClassComparison classes = theirs.isEmpty() ? null : ClassComparison.of(ours, theirs);
        if (classes != null && classes.common().isEmpty()) {
            throw new InvalidFieldException("target", "%s has the classes %s, %s has %s: none is common to both"
                    .formatted(target, theirs, source, ours));
        }
        return classes;
    }

    private record Line(Dataset dataset, PictureSettings pictures) {}

    private static Line open(String text, long seed, ImageShape shape) {
        DatasetCatalog catalog = new DatasetCatalog(new Downloads(Path.of(".crossline", "downloads"), Map.of()));
        DatasetSpec spec = catalog.check(text);
        return new Line(catalog.open(spec, seed, null), spec.pictures().settings(shape));
    }
}
