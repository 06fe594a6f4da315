package io.crossline.ingest.ingestion;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.crossline.ingest.IngestConfig;
import io.crossline.ingest.dataset.DatasetCatalog;
import io.crossline.ingest.dataset.Downloads;
import io.crossline.ingest.dataset.NamedDataset;

/** Gives the readers, which know no framework, their settings. */
@ApplicationScoped
class DatasetBeans {

    @Produces
    @Singleton
    DatasetCatalog catalog(IngestConfig config) {
        return new DatasetCatalog(new Downloads(config.cache(),
                Map.of(NamedDataset.MNIST, config.mnistUrl(), NamedDataset.USPS, config.uspsUrl())));
    }
}
