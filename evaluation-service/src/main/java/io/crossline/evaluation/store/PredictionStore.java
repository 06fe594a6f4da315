package io.crossline.evaluation.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.BatchPredicted;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.SelectedBatch;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.evaluation.novelty.NoveltyConfig;
import io.crossline.evaluation.outbox.OutboxEvent;
import io.crossline.evaluation.serving.BatchPrediction;
import io.crossline.evaluation.serving.RecentImages;
import io.crossline.evaluation.serving.UnusableFrame;
import io.crossline.monitoring.novelty.UnknownImage;

/** What the serving models said of captured batches, a row each. */
@ApplicationScoped
public class PredictionStore implements RecentImages {

    private final Database database;
    private final NoveltyConfig novelty;

    PredictionStore(Database database, NoveltyConfig novelty) {
        this.database = database;
        this.novelty = novelty;
    }

    /**
     * @param found the images that the prediction marks as unknown
     * @param unusable those that it marks as unusable
     * @return false where another prediction of the batch was recorded before, which then stays as it is; true also where this one was
     *         recorded in an earlier attempt
     */
    public boolean record(BatchPrediction prediction, List<UnknownImage> found, List<UnusableFrame> unusable) {
        BatchPredicted event = prediction.event();
        String sql = """
                insert into batch_prediction (topic, topic_partition, batch_offset, model_version, line, dataset, split,
                                              images, class_names, class_counts, mean_confidence, correct, captured_at,
                                              predicted_at, unknown_images, batch_id, unusable)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing""";
        return database.inTransaction("record the prediction " + event.eventId(),
                connection -> {
                    int added = Database.update(connection, sql, event.sourceTopic(), event.sourcePartition(),
                            event.sourceOffset(), event.modelVersion(), event.line(), prediction.origin().dataset(),
                            prediction.origin().split().id(), prediction.images(),
                            connection.createArrayOf("text", event.classNames().toArray()),
                            connection.createArrayOf("int4", prediction.classCounts()), prediction.meanConfidence(),
                            prediction.correct(), prediction.origin().capturedAt().atOffset(ZoneOffset.UTC),
                            event.at().atOffset(ZoneOffset.UTC), event.unknown().isEmpty()
                                    ? null
                                    : connection.createArrayOf("int4", prediction.unknownImages()),
                            prediction.batchId(), prediction.unusable());
                    if (added == 1) {
                        PartStore.add(connection, prediction);
                        FrameStore.add(connection, unusable);
                        UnknownStore.add(connection, found, novelty.kept());
                        OutboxStore.add(connection, OutboxEvent.of(event));
                    }
                    return added == 1 || isOwn(connection, event);
                });
    }

    private static boolean isOwn(Connection connection, BatchPredicted event) throws SQLException {
        return !Database.query(connection,
                """
                        select 1 from batch_prediction
                        where topic = ? and topic_partition = ? and batch_offset = ? and model_version = ? and predicted_at = ?""",
                row -> true, event.sourceTopic(), event.sourcePartition(), event.sourceOffset(), event.modelVersion(),
                event.at().atOffset(ZoneOffset.UTC)).isEmpty();
    }

    /**
     * Whether the batch has a prediction already: at this place of the topic or at another, by the champion of any time.
     */
    public boolean isRecorded(SelectedBatch<ImageBatch> captured) {
        return !database.query("look up the predictions of line " + captured.batch().line(), """
                select 1 from batch_prediction
                where topic = ? and topic_partition = ? and batch_offset = ?
                union all select 1 from batch_prediction where batch_id = ?""", row -> true,
                captured.topic(), captured.partition(), captured.offset(), captured.batch().id()).isEmpty();
    }

    /** Newest first. */
    public List<RecordedPrediction> predictions(String line, int limit) {
        return database.query("read the predictions of line " + line,
                "select * from batch_prediction where line = ? order by predicted_at desc, batch_offset desc limit ?",
                PredictionStore::prediction, line, limit);
    }

    @Override
    public Optional<DataSelection> newest(String line, int images) {
        // whole batches from the newest back, until there are enough
        String sql = """
                select topic, topic_partition, min(batch_offset) as first, max(batch_offset) as last
                from (select topic, topic_partition, batch_offset,
                             sum(images) over (order by batch_offset desc) - images as newer
                      from (select distinct topic, topic_partition, batch_offset, images from batch_prediction
                            where line = ? and split = 'train' and topic = ?) batch) counted
                where newer < ?
                group by topic, topic_partition""";
        List<OffsetRange> ranges = database.query("find the newest images of line " + line, sql,
                row -> new OffsetRange(row.getString("topic"), row.getInt("topic_partition"), row.getLong("first"),
                        row.getLong("last") + 1),
                line, Topics.IMAGES_CAPTURED, images);
        return ranges.isEmpty() ? Optional.empty() : Optional.of(new DataSelection(line, null, Split.TRAIN, ranges));
    }

    private static Integer unknown(ResultSet row) throws SQLException {
        return row.getArray("unknown_images") == null
                ? null
                : ((Integer[]) row.getArray("unknown_images").getArray()).length;
    }

    private static RecordedPrediction prediction(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray("class_names").getArray();
        Integer[] counts = (Integer[]) row.getArray("class_counts").getArray();
        Map<String, Integer> predicted = new LinkedHashMap<>();
        for (int k = 0; k < names.length; k++) {
            predicted.put(names[k], counts[k]);
        }
        return new RecordedPrediction(row.getString("model_version"), row.getString("topic"),
                row.getInt("topic_partition"), row.getLong("batch_offset"), row.getString("dataset"),
                row.getString("split"), row.getInt("images"), predicted, unknown(row), row.getInt("unusable"),
                row.getDouble("mean_confidence"),
                row.getObject("correct", Integer.class),
                row.getObject("captured_at", OffsetDateTime.class).toInstant(),
                row.getObject("predicted_at", OffsetDateTime.class).toInstant());
    }
}
