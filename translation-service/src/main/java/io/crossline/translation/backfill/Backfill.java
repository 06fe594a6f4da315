package io.crossline.translation.backfill;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.SelectedBatch;
import io.crossline.contracts.Translation;
import io.crossline.kafka.LineImages;
import io.crossline.translation.TranslationConfig;
import io.crossline.translation.generator.BatchTranslator;
import io.crossline.translation.generator.LoadedGenerator;
import io.crossline.translation.generator.LoadedGenerators;

/**
 * Translates the whole training selection of the job that made a generator. Batches published before are passed over, so
 * that one cut short goes on where it stopped.
 */
@ApplicationScoped
public class Backfill {

    private static final Logger LOG = Logger.getLogger(Backfill.class);

    private final LoadedGenerators generators;
    private final BatchTranslator translator;
    private final LineImages images;
    private final PublishedIndex index;
    private final TranslatedBatches translated;
    private final ProgressBoard board;
    private final TranslationConfig config;
    private volatile boolean stopping;

    Backfill(LoadedGenerators generators, BatchTranslator translator, LineImages images, PublishedIndex index,
            TranslatedBatches translated, ProgressBoard board, TranslationConfig config) {
        this.generators = generators;
        this.translator = translator;
        this.images = images;
        this.index = index;
        this.translated = translated;
        this.board = board;
        this.config = config;
    }

    /**
     * Returns once the broker has every translated batch.
     *
     * @throws io.crossline.networks.archive.CorruptArchiveException if the generator's archive cannot be used
     * @throws io.crossline.kafka.SelectionUnavailableException if the selection is not in Kafka any more
     * @throws StoppedException if the service ends first
     */
    public void run(String generatorVersion) {
        ModelManifest model = generators.with(generatorVersion, LoadedGenerator::manifest);
        long total = images.readLabelled(model.source().train(), model, batch -> {
        });
        board.started(generatorVersion, total);
        LOG.infof("Translating %d images of line %s with %s", total, model.source().line(), generatorVersion);
        Deque<CompletableFuture<Void>> inFlight = new ArrayDeque<>();
        images.readLabelled(model.source().train(), model, source -> {
            requireRunning();
            Translation translation = BatchTranslator.translation(generatorVersion, source);
            if (index.claim(translation)) {
                awaitRoom(inFlight, config.inFlight() - 1);
                inFlight.add(publish(translation, source));
            }
        });
        awaitRoom(inFlight, 0);
        board.completed(generatorVersion);
        LOG.infof("%s has translated its training images", generatorVersion);
    }

    /** Lets a backfill under way end at its next batch. */
    public void stop() {
        stopping = true;
    }

    private CompletableFuture<Void> publish(Translation translation, SelectedBatch<LabelledBatch> source) {
        try {
            LabelledBatch batch = translator.translate(translation.generatorVersion(), source);
            return translated.publish(batch).toCompletableFuture().whenComplete((done, failure) -> {
                if (failure == null) {
                    index.published(translation, batch.images().count());
                } else {
                    index.release(translation);
                }
            });
        } catch (RuntimeException e) {
            index.release(translation);
            throw e;
        }
    }

    private static void awaitRoom(Deque<CompletableFuture<Void>> inFlight, int room) {
        while (inFlight.size() > room) {
            try {
                inFlight.remove().join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }
    }

    private void requireRunning() {
        if (stopping) {
            throw new StoppedException();
        }
    }

    /** The service ends; the rest is translated after its next start. */
    public static final class StoppedException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
