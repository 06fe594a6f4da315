package io.crossline.evaluation.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.BatchPredicted;
import io.crossline.contracts.FrameCheck;
import io.crossline.contracts.ImageTile;
import io.crossline.contracts.PartVerdict;
import io.crossline.evaluation.serving.BatchPrediction;
import io.crossline.monitoring.drift.ImagePlace;

/** What the serving models said of parts that have an id, a row each. */
@ApplicationScoped
public class PartStore {

    private final Database database;

    PartStore(Database database) {
        this.database = database;
    }

    /** In the transaction that records the prediction of the batch. */
    static void add(Connection connection, BatchPrediction prediction) throws SQLException {
        BatchPredicted event = prediction.event();
        int[] images = images(event).filter(image -> event.part(image).partId() != null).toArray();
        if (images.length == 0) {
            return;
        }
        Database.update(connection,
                """
                        insert into part_prediction (topic, topic_partition, batch_offset, line, model_version, predicted_at,
                                                     image, part_id, file_name, captured_at, predicted_class, probability, unknown,
                                                     tile, tiles, unusable)
                        select ?, ?, ?, ?, ?, ?,
                               part.image, part.part_id, part.file_name, part.captured_at::timestamptz, part.class,
                               part.probability, part.unknown, part.tile, part.tiles, part.unusable
                        from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::float8[], ?::bool[],
                                    ?::int[], ?::int[], ?::text[])
                             as part (image, part_id, file_name, captured_at, class, probability, unknown, tile, tiles,
                                      unusable)
                        on conflict do nothing""",
                event.sourceTopic(), event.sourcePartition(), event.sourceOffset(),
                event.line(), event.modelVersion(), event.at().atOffset(ZoneOffset.UTC),
                array(connection, "int4", images, image -> image),
                array(connection, "text", images, image -> event.part(image).partId()),
                array(connection, "text", images, image -> event.part(image).fileName()),
                array(connection, "text", images, image -> capturedAt(prediction, image).toString()),
                array(connection, "text", images, image -> event.classNames().get(event.classes().get(image))),
                array(connection, "float8", images, image -> event.probabilities().get(image)),
                array(connection, "bool", images, event::isUnknown),
                array(connection, "int4", images, image -> tile(event, image, ImageTile::index)),
                array(connection, "int4", images, image -> tile(event, image, ImageTile::count)),
                array(connection, "text", images,
                        image -> event.isUnusable(image) ? event.unusable().get(image).id() : null));
    }

    /** One image a part: of a part whose picture was cut into tiles, the worst tile. */
    private static IntStream images(BatchPredicted event) {
        return IntStream.concat(
                IntStream.range(0, event.parts().size()).filter(image -> event.part(image).tile() == null),
                event.verdicts().stream().mapToInt(PartVerdict::image)).sorted();
    }

    /** Newest first. */
    public List<PartPrediction> predictions(String line, String partId, int limit) {
        return database.query("read the predictions of part " + partId + " of line " + line, """
                select * from part_prediction where line = ? and part_id = ?
                order by predicted_at desc, topic_partition, batch_offset desc, image desc limit ?""",
                PartStore::prediction, line, partId, limit);
    }

    /** Null where the image is a whole picture. */
    private static Integer tile(BatchPredicted event, int image, ToIntFunction<ImageTile> value) {
        ImageTile tile = event.part(image).tile();
        return tile == null ? null : value.applyAsInt(tile);
    }

    private static Instant capturedAt(BatchPrediction prediction, int image) {
        Instant own = prediction.event().part(image).capturedAt();
        return own == null ? prediction.origin().capturedAt() : own;
    }

    private static java.sql.Array array(Connection connection, String type, int[] images, IntFunction<Object> value)
            throws SQLException {
        return connection.createArrayOf(type, IntStream.of(images).mapToObj(value).toArray());
    }

    private static ImageTile tile(ResultSet row) throws SQLException {
        int index = row.getInt("tile");
        return row.wasNull() ? null : new ImageTile(index, row.getInt("tiles"));
    }

    private static FrameCheck unusable(ResultSet row) throws SQLException {
        String check = row.getString("unusable");
        return check == null ? null : FrameCheck.parse(check);
    }

    private static PartPrediction prediction(ResultSet row) throws SQLException {
        return new PartPrediction(row.getString("part_id"), row.getString("file_name"),
                new ImagePlace(row.getString("topic"), row.getInt("topic_partition"), row.getLong("batch_offset"),
                        row.getInt("image")),
                row.getString("predicted_class"), row.getDouble("probability"), row.getBoolean("unknown"),
                unusable(row), tile(row), row.getString("model_version"),
                row.getObject("captured_at", OffsetDateTime.class).toInstant(),
                row.getObject("predicted_at", OffsetDateTime.class).toInstant());
    }
}
