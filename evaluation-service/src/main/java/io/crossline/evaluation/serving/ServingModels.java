package io.crossline.evaluation.serving;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.crossline.contracts.ModelPromoted;
import io.crossline.evaluation.scoring.ModelArchives;
import io.crossline.networks.archive.CorruptArchiveException;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.networks.backbone.BackboneException;
import io.crossline.networks.backbone.Backbones;
import io.crossline.networks.inference.Classifier;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * The model that serves each line, loaded: its champion, which a person or the loop promoted. Without one no model serves, and none takes its place.
 */
@ApplicationScoped
public class ServingModels {

    private static final Logger LOG = Logger.getLogger(ServingModels.class);
    /** Another replica's promotion is heard of by then. */
    private static final Duration REMEMBERED = Duration.ofSeconds(2);
    /** Until an archive that was refused is read again: not for each batch. */
    private static final Duration REFUSED = Duration.ofSeconds(10);
    private static final int LOADED = 8;
    /** How long a person waits for a look at an archive. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Champions champions;
    private final ModelArchives archives;
    private final Backbones backbones;
    private final EscapeLimits limits;
    // that no model serves a line is not remembered: its first model is to predict the very next batch
    private final Cache<String, String> versions = Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();
    private final Cache<String, Boolean> refused = Caffeine.newBuilder().expireAfterWrite(REFUSED).build();
    // a model that falls out is freed once the collector has found it: a thread may be predicting with it
    private final Cache<String, ServingModel> models = Caffeine.newBuilder().maximumSize(LOADED).build();

    ServingModels(Champions champions, ModelArchives archives, Backbones backbones, EscapeLimits limits) {
        this.limits = limits;
        this.champions = champions;
        this.archives = archives;
        this.backbones = backbones;
    }

    /** Version of the line's champion; empty where none was promoted. */
    public Optional<String> version(String line) {
        return Optional.ofNullable(versions.get(line, this::find));
    }

    private String find(String line) {
        return champions.champion(line).map(ModelPromoted::modelVersion).orElse(null);
    }

    /** Empty also where the model's archive is not in Kafka any more, is not the one that was evaluated, or lacks its backbone: the log says so then. */
    public Optional<ServingModel> model(String line) {
        return version(line).flatMap(version -> onLine(line, version));
    }

    /** The model as it answers on the line; empty where there is no such model in Kafka. */
    public Optional<ServingModel> onLine(String line, String version) {
        return ofVersion(version).map(model -> limits.on(line, model));
    }

    /** Empty where there is no such model in Kafka, or its archive was refused. */
    public Optional<ServingModel> ofVersion(String version) {
        return refused.getIfPresent(version) == null
                ? Optional.ofNullable(models.get(version, this::load))
                : Optional.empty();
    }

    private ServingModel load(String version) {
        try {
            Optional<byte[]> archive = archives.find(version);
            if (archive.isEmpty()) {
                archives.refusal(version).ifPresent(reason -> refused.put(version, true));
                return null;
            }
            return new ServingModel(ModelArchive.readManifest(archive.get()),
                    Classifier.load(archive.get(), backbones));
        } catch (BackboneException | CorruptArchiveException e) {
            // the file may come yet: not remembered, and no reason to stop reading images
            LOG.errorf("Model %s cannot serve: %s", version, e.getMessage());
            return null;
        }
    }

    /** Why the model's archive is not used, as a sentence; empty where it is, and where there is none in Kafka. */
    public Optional<String> refusal(String version) {
        try {
            boolean isLoaded = CompletableFuture.supplyAsync(() -> ofVersion(version).isPresent(),
                    Infrastructure.getDefaultWorkerPool()).get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            return isLoaded ? Optional.empty() : archives.refusal(version);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf(
                    "Whether the archive of %s is the one that was evaluated is seen when it is loaded: Kafka does not answer",
                    version);
            return archives.refusal(version);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return archives.refusal(version);
        }
    }

    /** To be called where a champion changed. */
    public void forget(String line) {
        versions.invalidate(line);
    }
}
