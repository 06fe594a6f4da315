package io.crossline.evaluation.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.ModelEvaluated;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.Verdict;
import io.crossline.evaluation.gate.Recommender;
import io.crossline.evaluation.loop.Loop;
import io.crossline.evaluation.scoring.CheckedArchives;
import io.crossline.evaluation.scoring.Evaluation;
import io.crossline.evaluation.scoring.ModelEvaluator;
import io.crossline.evaluation.store.EvaluationStore;
import io.crossline.networks.archive.ModelArchive;
import io.smallrye.reactive.messaging.annotations.Blocking;

/**
 * Takes trained models, one after the other in the order in which they were published.
 *
 * <p>
 * Key: model version. Re-delivery: a model is evaluated and recorded once, and compared with the others of its adaptation once; one
 * that is recorded already meets the gate again where a cycle of the loop still waits for it. An
 * archive that is another than the one that was evaluated under its version is refused and changes nothing. An archive that cannot be used goes to the
 * dead-letter topic with the reason, and ends the cycle that waits for it; a database or broker that does not answer is waited for.
 */
@ApplicationScoped
public class TrainedModelConsumer {

    private static final Logger LOG = Logger.getLogger(TrainedModelConsumer.class);

    private final ModelEvaluator evaluator;
    private final EvaluationStore store;
    private final Recommender recommender;
    private final Loop loop;
    private final CheckedArchives archives;

    TrainedModelConsumer(ModelEvaluator evaluator, EvaluationStore store, Recommender recommender,
            Loop loop, CheckedArchives archives) {
        this.recommender = recommender;
        this.evaluator = evaluator;
        this.store = store;
        this.loop = loop;
        this.archives = archives;
    }

    @Incoming("models-trained")
    @Blocking
    public void evaluate(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return; // a tombstone: the model was withdrawn
        }
        try {
            evaluate(record.key(), record.value());
        } catch (RuntimeException e) {
            RetryWhileUnavailable.requireBadRecord(e);
            // the record becomes a dead letter; a cycle that waits for this model would wait in vain
            RetryWhileUnavailable.untilDone("end of the cycle of " + record.key(),
                    () -> loop.notEvaluated(record.key(), e.getMessage()));
            throw e;
        }
    }

    private void evaluate(String key, byte[] archive) {
        ModelManifest model = ModelArchive.readManifest(archive);
        requireKey(key, model.modelVersion());
        if (!isFirst(model, archive)) {
            return;
        }
        ModelEvaluated evaluated = RetryWhileUnavailable.untilAvailable("evaluation of " + model.modelVersion(),
                () -> store.findEvent(model.modelVersion()).orElseGet(() -> evaluate(model, archive)));
        if (evaluated.kind() == ModelKind.CLASSIFIER) {
            RetryWhileUnavailable.untilDone("recommendation of adaptation " + model.adaptationId(),
                    () -> recommender.update(model.adaptationId()));
        }
        RetryWhileUnavailable.untilDone("evaluation's event of " + model.modelVersion(), () -> store.tell(evaluated));
        RetryWhileUnavailable.untilDone("gate of " + model.modelVersion(),
                () -> loop.evaluated(model.modelVersion(), evaluated.verdict() == Verdict.ACCEPTED));
    }

    /** Only the first archive of a version counts: what others say under the same one changes nothing. */
    private boolean isFirst(ModelManifest model, byte[] archive) {
        return RetryWhileUnavailable.untilAvailable("digest of " + model.modelVersion(),
                () -> archives.isAsEvaluated(model.modelVersion(), archive));
    }

    private ModelEvaluated evaluate(ModelManifest model, byte[] archive) {
        LOG.infof("Evaluating %s %s of lines %s and %s", model.kind(), model.modelVersion(), model.source().line(),
                model.target().line());
        Evaluation evaluation = evaluator.evaluate(model, archive);
        store.record(evaluation);
        LOG.infof("%s is %s. %s", model.modelVersion(), evaluation.verdict(), evaluation.reason());
        return evaluation.event();
    }

    private static void requireKey(String key, String modelVersion) {
        if (!modelVersion.equals(key)) {
            throw new InvalidFieldException("key", "is '" + key + "', expected the model version, " + modelVersion);
        }
    }
}
