package io.crossline.training.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import io.crossline.contracts.ModelKind;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.Provenance;

/**
 * The training of a published model done once more: takes the new model in place of Kafka, and compares the parameters of both.
 * The same data, hyperparameters, seed and parent give the same parameters on the same backend, bit for bit.
 */
final class Replay implements ModelEvents {

    static final String SAME_PARAMETERS = "sameParameters";

    private static final String FINE_TUNE = "fineTune.";

    private final ModelManifest original;
    private ModelManifest made;

    /** @param original of the model that is compared with */
    Replay(ModelManifest original) {
        this.original = original;
    }

    ModelManifest original() {
        return original;
    }

    boolean isOfGenerators() {
        return original.kind() == ModelKind.GENERATOR;
    }

    /**
     * To be asked before a training begins.
     *
     * @param hyperparameters that it is about to use
     * @throws JobFailedException naming those that the original did not have
     */
    void requireSame(JobPhase phase, Map<String, String> hyperparameters) {
        Map<String, String> before = phase.equals(JobPhase.FINE_TUNE)
                ? fineTune(original.hyperparameters())
                : original.hyperparameters();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(hyperparameters.keySet());
        List<String> changed = new ArrayList<>();
        for (String name : names) {
            String was = before.getOrDefault(name, "not there");
            String is = hyperparameters.getOrDefault(name, "not there");
            if (!was.equals(is)) {
                changed.add(name + " was " + was + " and is " + is);
            }
        }
        if (!changed.isEmpty()) {
            throw new JobFailedException("the preset " + original.preset() + " no longer gives its hyperparameters: "
                    + String.join(", ", changed));
        }
    }

    /** The fine-tuning's own hyperparameters of a cyclegan classifier, which also names its generators'. */
    private static Map<String, String> fineTune(Map<String, String> all) {
        Map<String, String> own = new TreeMap<>();
        all.forEach((name, value) -> {
            if (name.startsWith(FINE_TUNE)) {
                own.put(name.substring(FINE_TUNE.length()), value);
            }
        });
        return own;
    }

    @Override
    public void send(ModelManifest manifest, byte[] archive) {
        made = manifest;
    }

    /** Whether the parameters are the same, bit for bit. To be asked once the model is made. */
    boolean isSame() {
        return made.parametersSha256().equals(original.parametersSha256());
    }

    /** The outcome as a sentence for people. */
    String outcome() {
        if (isSame()) {
            return "The parameters are the same, bit for bit (sha256 " + original.parametersSha256() + ")";
        }
        return "The parameters differ: sha256 " + original.parametersSha256() + " in " + original.modelVersion() + ", "
                + made.parametersSha256() + " now; made by " + maker(original) + ", here " + maker(made);
    }

    private static String maker(ModelManifest manifest) {
        Provenance made = manifest.provenance();
        return "backend " + manifest.backend() + ", code version " + manifest.codeVersion()
                + (made == null
                        ? ""
                        : " (commit " + (made.commit() == null ? "unknown" : made.commit()) + "), " + made.threads()
                                + " threads, " + made.cpuKernels() + ", Java " + made.javaVersion() + ", "
                                + made.architecture());
    }
}
