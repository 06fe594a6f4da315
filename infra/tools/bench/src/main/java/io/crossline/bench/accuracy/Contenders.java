package io.crossline.bench.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import io.crossline.adaptation.trainer.UnlabelledImages;
import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.Method;
import io.crossline.monitoring.gate.Contender;
import io.crossline.monitoring.gate.Evidence;
import io.crossline.monitoring.gate.Recommendation;
import io.crossline.monitoring.gate.SmallChanges;
import io.crossline.monitoring.gate.VotingGate;
import io.crossline.monitoring.metrics.CommonestClass;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.inference.Classifier;

/** The models of a seed, as the committee meets them: on training images of the target without labels, and on test images of the source. */
final class Contenders {

    /** As many as the evaluation service shows to its committee by default. */
    private static final int TARGET_IMAGES = 400;
    private static final int SOURCE_IMAGES = 1000;

    private final LinePair pair;
    private final long seed;
    private final double[] expectedMix;
    private final byte[] target;
    private final TestImages source;
    private final List<Contender> others = new ArrayList<>();
    private Contender sourceClassifier;
    private Optional<String> objection = Optional.empty();

    /** @param expectedMix what is told of the target's mix, or null */
    Contenders(LinePair pair, ExpectedMix expectedMix, long seed) {
        this.pair = pair;
        this.seed = seed;
        this.expectedMix = expectedMix == null ? null : expectedMix.centre(pair.classNames());
        this.target = sample(pair.target(), seed);
        this.source = pair.sourceTest().sample(pair.target().shape().bytes(), SOURCE_IMAGES, seed);
    }

    /** The networks stay open. */
    void add(Method method, ClassifierNetworks networks) {
        try (Classifier classifier = new Classifier(networks.copy())) {
            Evidence evidence = new Evidence(classifier.predict(target),
                    SmallChanges.of(target, pair.target().shape()).stream().map(classifier::predict).toList(),
                    classifier.predict(source.pixels()), source.labels()).expecting(expectedMix);
            Contender contender = new Contender(method.id(), method, evidence);
            if (method == Method.SOURCE) {
                sourceClassifier = contender;
                objection = CommonestClass.objection("the source", pair.classNames(),
                        pair.sourceTest().confusion(networks));
            } else {
                others.add(contender);
            }
        }
    }

    /** The source classifier was added. */
    Recommended recommend() {
        return new Recommended(seed, objection.map(Recommendation::none)
                .orElseGet(() -> Recommendation.of(sourceClassifier, others, seed)));
    }

    /**
     * Lets the committee compare every two models.
     *
     * @param balancedAccuracy true one of each method's model on the target, 0 to 1
     */
    void vote(Votes votes, Map<Method, Double> balancedAccuracy) {
        List<Contender> all = new ArrayList<>(others);
        all.add(0, sourceClassifier);
        VotingGate committee = VotingGate.measured(all.stream().map(Contender::evidence).toList());
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                Double champion = balancedAccuracy.get(all.get(i).method());
                Double candidate = balancedAccuracy.get(all.get(j).method());
                if (champion != null && candidate != null) {
                    votes.add(committee.judge(all.get(i).evidence(), all.get(j).evidence(), null, seed).validators(),
                            champion, candidate);
                }
            }
        }
    }

    private static byte[] sample(UnlabelledImages images, long seed) {
        int[] chosen = new Random(seed).ints(0, images.count()).distinct()
                .limit(Math.min(TARGET_IMAGES, images.count())).toArray();
        byte[] pixels = new byte[chosen.length * images.shape().bytes()];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(images.image(chosen[i]), 0, pixels, i * images.shape().bytes(), images.shape().bytes());
        }
        return pixels;
    }
}
