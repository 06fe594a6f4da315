package io.crossline.translation.generator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.translation.TranslationConfig;

/** Keeps the generators in use in memory. Threads take turns, as the generators would make them do anyway. */
@ApplicationScoped
public class LoadedGenerators {

    private final ModelArchives archives;
    private final TranslationConfig config;
    private final Map<String, LoadedGenerator> loaded = new LinkedHashMap<>(16, 0.75f, true);

    LoadedGenerators(ModelArchives archives, TranslationConfig config) {
        this.archives = archives;
        this.config = config;
    }

    /**
     * Works with a generator, which stays open that long.
     *
     * @throws UnknownGeneratorException if there is none of this version
     * @throws io.crossline.networks.archive.CorruptArchiveException if its archive cannot be used
     */
    public synchronized <T> T with(String modelVersion, Function<LoadedGenerator, T> work) {
        LoadedGenerator generator = loaded.get(modelVersion);
        if (generator == null) {
            generator = LoadedGenerator.of(
                    archives.find(modelVersion).orElseThrow(() -> new UnknownGeneratorException(modelVersion)));
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
