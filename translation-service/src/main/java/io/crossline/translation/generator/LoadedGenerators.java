package io.crossline.translation.generator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.kafka.PublishedArchives;
import io.crossline.translation.TranslationConfig;

/** Keeps the generators in use in memory. Threads take turns, as the generators would make them do anyway. */
@ApplicationScoped
public class LoadedGenerators {

    private final PublishedArchives archives;
    private final GeneratorCatalog catalog;
    private final TranslationConfig config;
    private final Map<String, LoadedGenerator> loaded = new LinkedHashMap<>(16, 0.75f, true);

    LoadedGenerators(PublishedArchives archives, GeneratorCatalog catalog, TranslationConfig config) {
        this.archives = archives;
        this.catalog = catalog;
        this.config = config;
    }

    /**
     * Works with a generator, which stays open that long.
     *
     * @throws UnknownGeneratorException if there is none of this version
     * @throws io.crossline.networks.archive.CorruptArchiveException if its archive cannot be used, or is not the one that was evaluated
     */
    public synchronized <T> T with(String modelVersion, Function<LoadedGenerator, T> work) {
        LoadedGenerator generator = loaded.get(modelVersion);
        if (generator == null) {
            byte[] archive = archives.find(modelVersion)
                    .orElseThrow(() -> new UnknownGeneratorException(modelVersion));
            catalog.all().stream().filter(accepted -> accepted.modelVersion().equals(modelVersion))
                    .forEach(accepted -> accepted.requireEvaluated(archive));
            generator = LoadedGenerator.of(archive);
            makeRoom();
            loaded.put(modelVersion, generator);
        }
        return work.apply(generator);
    }

    private void makeRoom() {
        while (loaded.size() >= config.loadedGenerators()) {
            String oldest = loaded.keySet().iterator().next();
            loaded.remove(oldest).close();
        }
    }

    @PreDestroy
    synchronized void close() {
        loaded.values().forEach(LoadedGenerator::close);
        loaded.clear();
    }
}
