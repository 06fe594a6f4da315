package io.crossline.adaptation.cyclegan;

import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.adaptation.loss.AdversarialLoss;
import io.crossline.adaptation.loss.CycleLoss;
import io.crossline.adaptation.trainer.Augmentation;
import io.crossline.adaptation.trainer.BatchStream;
import io.crossline.adaptation.trainer.LearningRate;
import io.crossline.adaptation.trainer.Stateful;
import io.crossline.adaptation.trainer.TrainedNetwork;
import io.crossline.adaptation.trainer.TrainingBatch;
import io.crossline.adaptation.trainer.TrainingSteps;
import io.crossline.adaptation.trainer.UnlabelledImages;
import io.crossline.contracts.ImageShape;
import io.crossline.networks.GeneratorNetworks;
import io.crossline.networks.Mode;
import io.crossline.networks.Network;
import io.crossline.networks.Networks;
import io.crossline.networks.image.PixelEncoder;
import io.crossline.networks.image.ValueRange;
import io.crossline.networks.ops.Elementwise;
import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/**
 * Each step updates both generators against {@code adversarial + cycleWeight cycle + identityWeight identity}, then both
 * discriminators on the real images and the same fakes.
 *
 * <p>
 * The generators' loss is a sum, so its gradient is found term by term, each on a tape of its own: that needs a third of
 * the memory. The order of the forward passes is kept, for batch normalisation's running statistics depend on it.
 */
final class CycleGanSteps implements TrainingSteps {

    private final ArrayPool pool = new ArrayPool();
    private final UnlabelledImages source;
    private final UnlabelledImages target;
    private final CycleGanHyperparameters hyperparameters;
    private final BatchStream sourceIndices;
    private final BatchStream targetIndices;
    private final TrainingBatch sourceBatch;
    private final TrainingBatch targetBatch;
    private final int size;
    private final TrainedNetwork sourceToTarget;
    private final TrainedNetwork targetToSource;
    private final TrainedNetwork sourceDiscriminator;
    private final TrainedNetwork targetDiscriminator;

    CycleGanSteps(UnlabelledImages source, UnlabelledImages target, int size, CycleGanHyperparameters hyperparameters,
            long seed, GeneratorNetworks generators) {
        ImageShape shape = source.shape();
        PixelEncoder encoder = new PixelEncoder(shape, ValueRange.SIGNED);
        this.source = source;
        this.target = target;
        this.hyperparameters = hyperparameters;
        this.size = size;
        this.sourceIndices = new BatchStream(source.count(), size, seed);
        this.targetIndices = new BatchStream(target.count(), size, seed + 1);
        this.sourceBatch = new TrainingBatch(pool, encoder, size, 0);
        this.targetBatch = new TrainingBatch(pool, encoder, size, 0);
        this.sourceToTarget = trained(generators.sourceToTarget());
        this.targetToSource = trained(generators.targetToSource());
        this.sourceDiscriminator = trained(
                Network.create(Networks.discriminator(shape, hyperparameters.discriminatorWidth()), seed + 2));
        this.targetDiscriminator = trained(
                Network.create(Networks.discriminator(shape, hyperparameters.discriminatorWidth()), seed + 3));
    }

    private TrainedNetwork trained(Network network) {
        return new TrainedNetwork(network, LearningRate.constant(hyperparameters.learningRate()),
                hyperparameters.beta1(), 0);
    }

    @Override
    public Map<String, Double> step() {
        sourceBatch.fill(source, sourceIndices.next(), Augmentation.none());
        targetBatch.fill(target, targetIndices.next(), Augmentation.none());
        INDArray s = sourceBatch.images();
        INDArray t = targetBatch.images();
        try (Tape forth = new Tape(pool, sourceToTarget.parameters(), targetToSource.parameters());
                Tape back = new Tape(pool, sourceToTarget.parameters(), targetToSource.parameters())) {
            Variable fakeTarget = sourceToTarget.network().forward(forth, forth.constant(s), Mode.TRAIN).keep();
            Variable fakeSource = targetToSource.network().forward(back, back.constant(t), Mode.TRAIN).keep();
            Losses losses = new Losses();
            cycle(forth, s, fakeTarget, targetToSource, targetDiscriminator, losses);
            cycle(back, t, fakeSource, sourceToTarget, sourceDiscriminator, losses);
            identity(t, sourceToTarget, losses);
            identity(s, targetToSource, losses);
            sourceToTarget.update();
            targetToSource.update();
            discriminate(s, fakeSource.value(), sourceDiscriminator, losses);
            discriminate(t, fakeTarget.value(), targetDiscriminator, losses);
            return losses.byName();
        }
    }

    /** Gradient of one direction's adversarial and cycle consistency losses. */
    private void cycle(Tape tape, INDArray images, Variable fake, TrainedNetwork back, TrainedNetwork discriminator,
            Losses losses) {
        Variable reconstruction = back.network().forward(tape, fake, Mode.TRAIN);
        Variable cycle = CycleLoss.cycleConsistencyLoss(tape, tape.constant(images), reconstruction);
        Variable scores = discriminator.network().forward(tape, fake, Mode.TRAIN);
        Variable adversarial = AdversarialLoss.generatorLoss(tape, scores);
        losses.cycle += cycle.scalar();
        losses.adversarial += adversarial.scalar();
        tape.backward(Elementwise.add(tape, adversarial,
                Elementwise.scale(tape, cycle, hyperparameters.cycleWeight())));
    }

    private void identity(INDArray images, TrainedNetwork generator, Losses losses) {
        try (Tape tape = new Tape(pool, generator.parameters())) {
            Variable same = generator.network().forward(tape, tape.constant(images), Mode.TRAIN);
            Variable identity = CycleLoss.identityLoss(tape, tape.constant(images), same);
            losses.identity += identity.scalar();
            tape.backward(Elementwise.scale(tape, identity, hyperparameters.identityWeight()));
        }
    }

    private void discriminate(INDArray real, INDArray fake, TrainedNetwork discriminator, Losses losses) {
        try (Tape tape = new Tape(pool, discriminator.parameters())) {
            Variable realScores = discriminator.network().forward(tape, tape.constant(real), Mode.TRAIN);
            Variable fakeScores = discriminator.network().forward(tape, tape.constant(fake), Mode.TRAIN);
            Variable loss = AdversarialLoss.discriminatorLoss(tape, realScores, fakeScores);
            losses.discriminator += loss.scalar();
            tape.backward(loss);
            discriminator.update();
        }
    }

    @Override
    public int imagesPerStep() {
        return 2 * size;
    }

    @Override
    public List<Stateful> state() {
        return List.of(sourceIndices, targetIndices, sourceToTarget, targetToSource, sourceDiscriminator,
                targetDiscriminator);
    }

    @Override
    public void close() {
        List.of(sourceToTarget, targetToSource, sourceDiscriminator, targetDiscriminator)
                .forEach(TrainedNetwork::close);
        sourceDiscriminator.network().close();
        targetDiscriminator.network().close();
        pool.close();
    }

    /** Sums over both directions. */
    private static final class Losses {

        private double adversarial;
        private double cycle;
        private double identity;
        private double discriminator;

        Map<String, Double> byName() {
            return Map.of("adversarial", adversarial, "cycle", cycle, "identity", identity, "discriminator",
                    discriminator);
        }
    }
}
