package io.crossline.translation.messaging;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Json;
import io.crossline.contracts.ModelEvaluated;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.Topics;
import io.crossline.contracts.Verdict;
import io.crossline.kafka.TopicView;
import io.crossline.translation.generator.AcceptedGenerator;
import io.crossline.translation.generator.GeneratorCatalog;
import io.smallrye.common.annotation.Identifier;

/** Accepted generators as the topic of evaluated models has them. Reads what is new on every call. */
@ApplicationScoped
public class KafkaGeneratorCatalog implements GeneratorCatalog {

    private static final Logger LOG = Logger.getLogger(KafkaGeneratorCatalog.class);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, Object> kafka;
    private final Map<String, AcceptedGenerator> generators = Collections.synchronizedMap(new LinkedHashMap<>());
    private TopicView view;

    KafkaGeneratorCatalog(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    @Override
    public synchronized List<AcceptedGenerator> all() {
        if (view == null) {
            view = TopicView.start(Topics.MODELS_EVALUATED, kafka, this::add);
        }
        view.catchUp(PATIENCE);
        synchronized (generators) {
            return List.copyOf(generators.values());
        }
    }

    @Override
    public List<AcceptedGenerator> newestOf(String sourceLine) {
        Map<String, AcceptedGenerator> newest = new LinkedHashMap<>();
        for (AcceptedGenerator generator : all()) {
            if (generator.sourceLine().equals(sourceLine)) {
                newest.put(JobRequested.linePair(sourceLine, generator.targetLine()), generator);
            }
        }
        return List.copyOf(newest.values());
    }

    @PreDestroy
    synchronized void close() {
        if (view != null) {
            view.close();
        }
    }

    private void add(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            generators.remove(record.key());
            return;
        }
        try {
            ModelEvaluated model = Json.decode(record.value(), ModelEvaluated.class);
            if (model.kind() == ModelKind.GENERATOR && model.verdict() == Verdict.ACCEPTED) {
                generators.put(model.modelVersion(), new AcceptedGenerator(model.modelVersion(), model.sourceLine(),
                        model.targetLine(), model.archiveSha256(), model.at()));
            }
        } catch (InvalidFieldException e) {
            LOG.debugf("Not in the catalog: %s@%d %s", record.topic(), record.offset(), e.getMessage());
        }
    }
}
