package io.crossline.translation.messaging;

import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.SelectedBatch;
import io.crossline.contracts.Translation;
import io.crossline.networks.archive.CorruptArchiveException;
import io.crossline.translation.backfill.PublishedIndex;
import io.crossline.translation.backfill.TranslatedBatches;
import io.crossline.translation.generator.AcceptedGenerator;
import io.crossline.translation.generator.BatchTranslator;
import io.crossline.translation.generator.GeneratorCatalog;
import io.crossline.translation.generator.UnknownGeneratorException;

/** Applies the newest generator of every line pair that starts at the batch's line. */
@ApplicationScoped
class LiveTranslation {

    private static final Logger LOG = Logger.getLogger(LiveTranslation.class);

    private final GeneratorCatalog catalog;
    private final BatchTranslator translator;
    private final PublishedIndex index;
    private final KafkaPublishedScan published;
    private final TranslatedBatches translated;
    private final Set<String> indexed = ConcurrentHashMap.newKeySet();

    LiveTranslation(GeneratorCatalog catalog, BatchTranslator translator, PublishedIndex index,
            KafkaPublishedScan published, TranslatedBatches translated) {
        this.catalog = catalog;
        this.translator = translator;
        this.index = index;
        this.published = published;
        this.translated = translated;
    }

    /** Returns once the broker has what came of the batch. One that a generator cannot take is passed over. */
    void translate(SelectedBatch<LabelledBatch> source) {
        for (AcceptedGenerator generator : catalog.newestOf(source.batch().line())) {
            requireIndexed(generator.modelVersion());
            Translation translation = BatchTranslator.translation(generator.modelVersion(), source);
            if (index.claim(translation)) {
                translate(translation, source);
            }
        }
    }

    /** A batch may come before the generator's backfill has looked at what another service has published with it. */
    private void requireIndexed(String generatorVersion) {
        if (!indexed.contains(generatorVersion)) {
            published.catchUp();
            indexed.add(generatorVersion);
        }
    }

    private void translate(Translation translation, SelectedBatch<LabelledBatch> source) {
        try {
            LabelledBatch batch = translator.translate(translation.generatorVersion(), source);
            translated.publish(batch).toCompletableFuture().join();
            index.published(translation, batch.images().count());
        } catch (InvalidFieldException | CorruptArchiveException | UnknownGeneratorException e) {
            LOG.warnf("%s does not translate %s: %s", translation.generatorVersion(), translation.sourceRecord(),
                    e.getMessage());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            index.release(translation);
        }
    }
}
