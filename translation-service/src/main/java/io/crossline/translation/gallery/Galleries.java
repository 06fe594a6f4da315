package io.crossline.translation.gallery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.LineData;
import io.crossline.contracts.ModelManifest;
import io.crossline.kafka.LineImages;
import io.crossline.networks.inference.Generators;
import io.crossline.pictures.ImageFile;
import io.crossline.translation.generator.LoadedGenerator;
import io.crossline.translation.generator.LoadedGenerators;

/** Makes galleries and keeps the last few: a generator and its selections never change. */
@ApplicationScoped
public class Galleries {

    private static final int KEPT = 16;

    private final LoadedGenerators generators;
    private final LineImages images;
    private final Map<String, Gallery> made = new LinkedHashMap<>(KEPT, 0.75f, true);

    Galleries(LoadedGenerators generators, LineImages images) {
        this.generators = generators;
        this.images = images;
    }

    /**
     * @throws io.crossline.translation.generator.UnknownGeneratorException if there is none of this version
     * @throws io.crossline.networks.archive.CorruptArchiveException if its archive cannot be used
     * @throws io.crossline.kafka.SelectionUnavailableException if a line's images are not in Kafka any more
     */
    public synchronized Gallery of(String modelVersion) {
        Gallery gallery = made.get(modelVersion);
        if (gallery == null) {
            gallery = make(modelVersion);
            made.put(modelVersion, gallery);
            if (made.size() > KEPT) {
                made.remove(made.keySet().iterator().next());
            }
        }
        return gallery;
    }

    private Gallery make(String modelVersion) {
        ModelManifest model = generators.with(modelVersion, LoadedGenerator::manifest);
        ClassSamples source = samples(model.source(), model);
        ClassSamples target = samples(model.target(), model);
        List<Gallery.Column> columns = new ArrayList<>();
        for (int k = 0; k < model.classNames().size(); k++) {
            if (source.ofClass(k) != null) {
                columns.add(column(model, k, source.ofClass(k), target));
            }
        }
        return new Gallery(modelVersion, model.source().line(), model.target().line(), model.classNames(), columns);
    }

    /** Of the test images where there are some: the generators have not seen them. */
    private ClassSamples samples(LineData line, ModelManifest model) {
        ClassSamples samples = new ClassSamples(model.classNames());
        images.read(line.test() == null ? line.train() : line.test(), model, samples::add);
        return samples;
    }

    private Gallery.Column column(ModelManifest model, int label, byte[] sourceOriginal, ClassSamples target) {
        ImageShape shape = model.shape();
        String className = model.classNames().get(label);
        byte[] targetOriginal = target.isLabelled() ? target.ofClass(label) : target.unlabelled(label);
        return generators.with(model.modelVersion(), loaded -> {
            Generators pair = loaded.generators();
            byte[] generatedTarget = pair.sourceToTarget(sourceOriginal);
            byte[] reconstructedSource = pair.targetToSource(generatedTarget);
            return new Gallery.Column(className, ImageFile.dataUri(shape, sourceOriginal),
                    targetOriginal == null ? null : ImageFile.dataUri(shape, targetOriginal),
                    target.isLabelled() && targetOriginal != null ? className : null,
                    ImageFile.dataUri(shape, generatedTarget), ImageFile.dataUri(shape, reconstructedSource));
        });
    }
}
