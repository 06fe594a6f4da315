package io.crossline.local.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.crossline.contracts.BatchPredicted;
import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.Json;
import io.crossline.contracts.ModelPromoted;
import io.crossline.contracts.Topics;

/** What the topics tell, read as any consumer reads them: committed records only. Each call goes on where the last ended. */
final class Readings implements AutoCloseable {

    private static final String PARTITION = "dead-letter-partition";
    private static final String OFFSET = "dead-letter-offset";
    private static final Place NOWHERE = new Place(-1, -1);

    private final TopicOnwards predictionsTopic;
    private final TopicOnwards deadLettersTopic;
    private final TopicOnwards promotionsTopic;
    private final List<Prediction> predictions = new ArrayList<>();
    private final List<Place> deadLetters = new ArrayList<>();
    private final Map<String, List<ModelPromoted>> promotions = new HashMap<>();

    Readings(Map<String, Object> connection) {
        predictionsTopic = new TopicOnwards(connection, Topics.PREDICTIONS);
        deadLettersTopic = new TopicOnwards(connection, Topics.deadLetter(Topics.IMAGES_CAPTURED));
        promotionsTopic = new TopicOnwards(connection, Topics.MODELS_PROMOTED);
    }

    /** All so far. */
    synchronized List<Prediction> predictions() {
        predictionsTopic.catchUp(record -> predictions.add(prediction(record)));
        return List.copyOf(predictions);
    }

    /** For each dead letter so far, where the record is that it was. */
    synchronized List<Place> deadLetters() {
        deadLettersTopic.catchUp(record -> deadLetters.add(place(record)));
        return List.copyOf(deadLetters);
    }

    /** Of one line, oldest first. */
    synchronized List<ModelPromoted> promotions(String line) {
        promotionsTopic.catchUp(record -> promotions.computeIfAbsent(record.key(), key -> new ArrayList<>())
                .add(Json.decode(record.value(), ModelPromoted.class)));
        return List.copyOf(promotions.getOrDefault(line, List.of()));
    }

    /**
     * The first of these batches that has no prediction so far, of those in one partition.
     *
     * @return its offset; {@link Long#MAX_VALUE} where all have one
     */
    long firstUnpredicted(int partition, List<Sent> sent) {
        Set<Place> predicted = new HashSet<>();
        predictions().forEach(prediction -> predicted.add(prediction.of()));
        return sent.stream().map(Sent::place)
                .filter(place -> place.partition() == partition && !predicted.contains(place))
                .mapToLong(Place::offset).min().orElse(Long.MAX_VALUE);
    }

    private static Prediction prediction(ConsumerRecord<String, byte[]> record) {
        BatchPredicted predicted = Json.decode(record.value(), BatchPredicted.class);
        Place place = predicted.sourceTopic().equals(Topics.IMAGES_CAPTURED)
                ? new Place(predicted.sourcePartition(), predicted.sourceOffset())
                : NOWHERE;
        return new Prediction(place, CloudEventHeaders.value(record.headers(), CloudEventHeaders.ID).orElse(""));
    }

    private static Place place(ConsumerRecord<String, byte[]> letter) {
        return CloudEventHeaders.value(letter.headers(), PARTITION)
                .flatMap(partition -> CloudEventHeaders.value(letter.headers(), OFFSET)
                        .map(offset -> new Place(Integer.parseInt(partition), Long.parseLong(offset))))
                .orElse(NOWHERE);
    }

    @Override
    public void close() {
        predictionsTopic.close();
        deadLettersTopic.close();
        promotionsTopic.close();
    }
}
