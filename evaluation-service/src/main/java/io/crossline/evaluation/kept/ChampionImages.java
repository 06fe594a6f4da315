package io.crossline.evaluation.kept;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ModelManifest;
import io.crossline.evaluation.JudgingElsewhere;
import io.crossline.evaluation.scoring.ModelArchives;
import io.crossline.kafka.KeptImages;
import io.crossline.kafka.SelectionUnavailableException;
import io.crossline.networks.archive.ModelArchive;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;

/**
 * Keeps the images of the lines' champions beyond the retention of captured images: what their models were trained on and are tested with on
 * both lines. Drift, estimates, the gate, adaptations and replays read them there. Of a champion that is not among its line's newest any
 * more, the images are given up.
 */
@ApplicationScoped
public class ChampionImages {

    private static final Logger LOG = Logger.getLogger(ChampionImages.class);

    private final ChampionModels champions;
    private final ModelArchives archives;
    private final Map<String, Object> kafka;
    private final KeptConfig config;
    private final Map<String, List<DataSelection>> selections = new HashMap<>();
    private final Map<String, String> lost = new HashMap<>();
    private KeptImages images;
    // the gauges do not wait for a look that waits for Kafka
    private volatile int keptModels;
    private volatile int lostModels;

    ChampionImages(ChampionModels champions, ModelArchives archives,
            @Identifier("default-kafka-broker") Map<String, Object> kafka, KeptConfig config, MeterRegistry metrics) {
        this.champions = champions;
        this.archives = archives;
        this.kafka = kafka;
        this.config = config;
        metrics.gauge("crossline.kept.models", this, of -> of.keptModels);
        metrics.gauge("crossline.kept.models.lost", this, of -> of.lostModels);
    }

    /** Looks for new champions. */
    @Scheduled(every = "{crossline.kept.interval:30s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, skipExecutionIf = JudgingElsewhere.class)
    void look() {
        try {
            champions.withNewest(config.champions(), versions -> {
                keep(versions);
                count();
            });
        } catch (KafkaException e) {
            LOG.warnf("The champions' images are looked at again later: %s", e.getMessage());
        }
    }

    private synchronized void keep(List<String> versions) {
        boolean areSame = selections.keySet().equals(Set.copyOf(versions));
        if (areSame && lost.isEmpty()) {
            return;
        }
        selections.keySet().retainAll(versions);
        lost.keySet().retainAll(versions);
        List<DataSelection> wanted = new ArrayList<>();
        for (String version : versions) {
            List<DataSelection> needed = selections.computeIfAbsent(version, this::needed);
            if (needed == null) {
                lose(version, "its archive is not found. It is looked for again");
                continue;
            }
            wanted.addAll(needed);
            keep(version, needed);
        }
        // nothing is given up as long as it is unknown what one of them needs
        if (!areSame && selections.keySet().containsAll(versions)) {
            images().retain(wanted);
        }
    }

    private void lose(String version, String reason) {
        if (!reason.equals(lost.put(version, reason))) {
            LOG.warnf("Not all images that champion %s needs can be kept: %s", version, reason);
        }
    }

    private synchronized void count() {
        lostModels = lost.size();
        keptModels = (int) selections.keySet().stream().filter(version -> !lost.containsKey(version)).count();
    }

    private void keep(String version, List<DataSelection> needed) {
        try {
            for (DataSelection selection : needed) {
                if (images().keep(selection)) {
                    LOG.infof("The %s images of line %s are kept for %s", selection.split().id(), selection.line(),
                            version);
                }
            }
            lost.remove(version);
        } catch (SelectionUnavailableException e) {
            lose(version, e.getMessage());
        }
    }

    /** Null where the model's archive is not found. */
    private List<DataSelection> needed(String version) {
        Optional<ModelManifest> manifest = archives.find(version).map(ModelArchive::readManifest);
        return manifest.map(model -> Stream.of(model.source().train(), model.source().test(), model.target().train(),
                model.target().test()).filter(Objects::nonNull).distinct().toList()).orElse(null);
    }

    private KeptImages images() {
        if (images == null) {
            images = KeptImages.open(kafka);
        }
        return images;
    }

    @PreDestroy
    synchronized void close() {
        if (images != null) {
            images.close();
        }
    }
}
