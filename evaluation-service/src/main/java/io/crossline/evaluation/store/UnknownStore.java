package io.crossline.evaluation.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.GivenLabel;
import io.crossline.contracts.OffsetRange;
import io.crossline.evaluation.novelty.UnknownBook;
import io.crossline.monitoring.drift.ImagePlace;
import io.crossline.monitoring.novelty.MarkedImage;
import io.crossline.monitoring.novelty.Marks;
import io.crossline.monitoring.novelty.UnknownImage;

/** Images that were marked as unknown, a row each. */
@ApplicationScoped
public class UnknownStore implements UnknownBook {

    private final Database database;

    UnknownStore(Database database) {
        this.database = database;
    }

    /**
     * Adds images of one line; those that are known as unknown stay as they are.
     *
     * @param atMost unnamed ones that are kept; the oldest leave
     */
    static void add(Connection connection, List<UnknownImage> images, int atMost) throws SQLException {
        for (UnknownImage image : images) {
            Database.update(connection, """
                    insert into unknown_image (topic, topic_partition, batch_offset, image, line, model_version, guess,
                                               confidence, p_value, position, distance, found_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (topic, topic_partition, batch_offset, image) do nothing""", image.place().topic(),
                    image.place().partition(), image.place().offset(), image.place().image(), image.line(),
                    image.modelVersion(), image.guess(), image.confidence(), image.pValue(),
                    connection.createArrayOf("float4", boxed(image.position())), image.distance(),
                    image.foundAt().atOffset(ZoneOffset.UTC));
        }
        if (!images.isEmpty()) {
            Database.update(connection, """
                    delete from unknown_image where (topic, topic_partition, batch_offset, image) in (
                        select topic, topic_partition, batch_offset, image
                        from unknown_image u left join given_label g using (topic, topic_partition, batch_offset, image)
                        where u.line = ? and g.line is null
                        order by found_at desc, batch_offset desc, image offset ?)""", images.get(0).line(), atMost);
        }
    }

    @Override
    public List<UnknownImage> waiting(String line) {
        return database.query("read the unknown images of line " + line, """
                select u.* from unknown_image u
                left join given_label g using (topic, topic_partition, batch_offset, image)
                where u.line = ? and g.line is null order by found_at desc, batch_offset desc, image""",
                UnknownStore::image, line);
    }

    @Override
    public Set<ImagePlace> marked(String line, Collection<ImagePlace> places) {
        Set<ImagePlace> marked = new HashSet<>();
        for (ImagePlace place : places) {
            marked.addAll(database.query("look up " + place, """
                    select * from unknown_image
                    where line = ? and topic = ? and topic_partition = ? and batch_offset = ? and image = ?""",
                    UnknownStore::place, line, place.topic(), place.partition(), place.offset(), place.image()));
        }
        return marked;
    }

    @Override
    public Marks markedIn(DataSelection selection) {
        Map<ImagePlace, Integer> batches = new HashMap<>();
        Map<ImagePlace, MarkedImage> marked = new LinkedHashMap<>();
        for (OffsetRange range : selection.ranges()) {
            database.query("read the marks of line " + selection.line(), """
                    select b.topic, b.topic_partition, b.batch_offset, b.images, m.image, u.p_value, u.distance,
                           g.class_name
                    from batch_prediction b
                    left join lateral unnest(b.unknown_images) as m(image) on true
                    left join unknown_image u on u.topic = b.topic and u.topic_partition = b.topic_partition
                        and u.batch_offset = b.batch_offset and u.image = m.image
                    left join given_label g on g.topic = b.topic and g.topic_partition = b.topic_partition
                        and g.batch_offset = b.batch_offset and g.image = m.image
                    where b.topic = ? and b.topic_partition = ? and b.batch_offset >= ? and b.batch_offset < ?
                      and b.line = ? and b.split = ? and b.dataset = coalesce(?, b.dataset)
                    order by b.batch_offset, m.image""", row -> {
                batches.put(batch(row), row.getInt("images"));
                if (row.getObject("image") != null) {
                    marked.put(place(row), marked(row));
                }
                return null;
            }, range.topic(), range.partition(), range.fromOffset(), range.toOffset(), selection.line(),
                    selection.split().id(), selection.dataset());
        }
        return new Marks(batches.values().stream().mapToInt(Integer::intValue).sum(), List.copyOf(marked.values()));
    }

    @Override
    public List<GivenLabel> examples(String line) {
        return database.query("read the named images of line " + line, """
                select u.topic, u.topic_partition, u.batch_offset, u.image, g.class_name
                from unknown_image u join given_label g using (topic, topic_partition, batch_offset, image)
                where u.line = ? and exists (
                    select 1 from batch_prediction b
                    where b.topic = u.topic and b.topic_partition = u.topic_partition
                      and b.batch_offset = u.batch_offset and b.split = 'train')
                order by u.found_at desc, u.batch_offset desc, u.image""",
                row -> new GivenLabel(row.getString("topic"), row.getInt("topic_partition"),
                        row.getLong("batch_offset"), row.getInt("image"), row.getString("class_name")),
                line);
    }

    private static MarkedImage marked(ResultSet row) throws SQLException {
        Double pValue = row.getObject("p_value", Double.class);
        return new MarkedImage(place(row), pValue == null ? 1 : pValue, row.getDouble("distance"),
                row.getString("class_name"));
    }

    /** The first image of the row's batch. */
    private static ImagePlace batch(ResultSet row) throws SQLException {
        return new ImagePlace(row.getString("topic"), row.getInt("topic_partition"), row.getLong("batch_offset"), 0);
    }

    @Override
    public Map<String, Integer> named(String line) {
        Map<String, Integer> named = new LinkedHashMap<>();
        database.query("count the named images of line " + line, """
                select class_name, count(*) as images
                from unknown_image u join given_label g using (topic, topic_partition, batch_offset, image)
                where u.line = ? group by class_name order by 1""",
                row -> named.put(row.getString("class_name"), row.getInt("images")), line);
        return named;
    }

    private static UnknownImage image(ResultSet row) throws SQLException {
        Float[] position = (Float[]) row.getArray("position").getArray();
        float[] unboxed = new float[position.length];
        for (int k = 0; k < unboxed.length; k++) {
            unboxed[k] = position[k];
        }
        return new UnknownImage(row.getString("line"), place(row), row.getString("model_version"),
                row.getString("guess"), row.getDouble("confidence"), row.getDouble("p_value"), unboxed,
                row.getDouble("distance"), row.getObject("found_at", OffsetDateTime.class).toInstant());
    }

    private static ImagePlace place(ResultSet row) throws SQLException {
        return new ImagePlace(row.getString("topic"), row.getInt("topic_partition"), row.getLong("batch_offset"),
                row.getInt("image"));
    }

    private static Float[] boxed(float[] values) {
        Float[] boxed = new Float[values.length];
        for (int k = 0; k < boxed.length; k++) {
            boxed[k] = values[k];
        }
        return boxed;
    }
}
