package io.crossline.ingest;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.crossline.datasets.DatasetCatalog;
import io.crossline.datasets.Downloads;
import io.crossline.datasets.NamedDataset;
import io.crossline.datasets.ingestion.BatchTarget;
import io.crossline.datasets.ingestion.Ingestions;
import io.crossline.datasets.ingestion.NewestPictures;

/** Gives the readers and the ingestions, which know no framework, their settings. */
@ApplicationScoped
class IngestionBeans {

    @Produces
    @Singleton
    DatasetCatalog catalog(IngestConfig config) {
        return new DatasetCatalog(new Downloads(config.cache(),
                Map.of(NamedDataset.MNIST, config.mnistUrl(), NamedDataset.USPS, config.uspsUrl())));
    }

    @Produces
    @Singleton
    NewestPictures newestPictures() {
        return new NewestPictures();
    }

    @Produces
    @Singleton
    Ingestions ingestions(DatasetCatalog catalog, BatchTarget target, NewestPictures shown, IngestConfig config) {
        return new Ingestions(catalog, target, shown, config.workers(), config.history());
    }

    void stop(@Disposes Ingestions ingestions) {
        ingestions.close();
    }
}
