package io.crossline.evaluation.store;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.Topics;
import io.crossline.evaluation.pictures.CapturedPlaces;
import io.crossline.monitoring.drift.ImagePlace;

/** The newest images, by the predictions of their batches. */
@ApplicationScoped
public class CapturedPlaceStore implements CapturedPlaces {

    private record Batch(String topic, int partition, long offset, int images) {}

    private final Database database;

    CapturedPlaceStore(Database database) {
        this.database = database;
    }

    @Override
    public List<ImagePlace> newest(String line, int count) {
        // a batch has an image at least, and a row for each model that predicted it
        List<Batch> batches = database.query("find the newest images of line " + line, """
                select topic, topic_partition, batch_offset, images from batch_prediction where line = ? and topic = ?
                group by topic, topic_partition, batch_offset, images
                order by max(predicted_at) desc, batch_offset desc limit ?""",
                row -> new Batch(row.getString("topic"), row.getInt("topic_partition"), row.getLong("batch_offset"),
                        row.getInt("images")),
                line, Topics.IMAGES_CAPTURED, count);
        List<ImagePlace> places = new ArrayList<>();
        for (Batch batch : batches) {
            for (int image = batch.images() - 1; image >= 0 && places.size() < count; image--) {
                places.add(new ImagePlace(batch.topic(), batch.partition(), batch.offset(), image));
            }
        }
        return places;
    }
}
