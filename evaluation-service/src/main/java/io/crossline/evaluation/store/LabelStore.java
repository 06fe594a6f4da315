package io.crossline.evaluation.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.audit.AuditAction;
import io.crossline.audit.AuditRecord;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.GivenLabel;
import io.crossline.evaluation.labels.Choice;
import io.crossline.evaluation.labels.LabelBook;
import io.crossline.evaluation.labels.LabelCandidate;
import io.crossline.evaluation.labels.LabelReason;
import io.crossline.evaluation.labels.Labelled;
import io.crossline.evaluation.labels.Labelled.Outcome;
import io.crossline.evaluation.labels.LineLabel;
import io.crossline.monitoring.drift.ImagePlace;
import io.crossline.monitoring.drift.Window;

/** Images that wait for a label and labels that were given, a row each. */
@ApplicationScoped
public class LabelStore implements LabelBook {

    private static final String PLACE = "topic = ? and topic_partition = ? and batch_offset = ? and image = ?";

    private static final String LABELS = """
            select g.*, d.probability from given_label g
            left join audit_draw d using (topic, topic_partition, batch_offset, image) where\s""";

    private final Database database;

    LabelStore(Database database) {
        this.database = database;
    }

    @Override
    public void queue(Window window, List<Choice> choices, int atMost) {
        String sql = """
                insert into label_candidate (topic, topic_partition, batch_offset, image, line, model_version,
                                             predicted_class, confidence, why, rank, features, chosen_at)
                select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? where not exists (select 1 from given_label where %s)
                on conflict (topic, topic_partition, batch_offset, image) do nothing""".formatted(PLACE);
        database.inTransaction("queue images of line " + window.line(), connection -> {
            for (Choice choice : choices) {
                ImagePlace place = choice.image().place();
                Database.update(connection, sql, place.topic(), place.partition(), place.offset(), place.image(),
                        window.line(), window.modelVersion(), choice.image().predictedClass(),
                        choice.image().confidence(), choice.why().text(), choice.rank(),
                        connection.createArrayOf("float4", boxed(choice.image().features())),
                        window.at().atOffset(ZoneOffset.UTC), place.topic(), place.partition(), place.offset(),
                        place.image());
                if (choice.probability() != null) {
                    AuditDrawStore.record(connection, window, choice);
                }
            }
            return Database.update(connection,
                    """
                            delete from label_candidate where (topic, topic_partition, batch_offset, image) in (
                                select topic, topic_partition, batch_offset, image
                                from label_candidate c left join given_label g using (topic, topic_partition, batch_offset, image)
                                where c.line = ? and g.line is null
                                order by chosen_at desc, rank, image offset ?)""",
                    window.line(), atMost);
        });
    }

    @Override
    public List<float[]> chosen(String line, String modelVersion, int limit) {
        return database.query("read the chosen images of line " + line, """
                select features from label_candidate where line = ? and model_version = ?
                order by chosen_at desc, rank limit ?""",
                row -> unboxed((Float[]) row.getArray("features").getArray()), line, modelVersion, limit);
    }

    @Override
    public List<LabelCandidate> waiting(String line) {
        return database.query("read the label queue of line " + line, """
                select c.*, e.class_names[predicted_class + 1] as class_name
                from label_candidate c join evaluation e using (model_version)
                left join given_label g using (topic, topic_partition, batch_offset, image)
                where c.line = ? and g.line is null
                order by rank, chosen_at desc, batch_offset desc, image""", LabelStore::candidate, line);
    }

    @Override
    public void remove(Collection<ImagePlace> gone) {
        if (!gone.isEmpty()) {
            database.inTransaction("remove images from the label queue", connection -> {
                for (ImagePlace place : gone) {
                    Database.update(connection, "delete from label_candidate where " + PLACE, place.topic(),
                            place.partition(), place.offset(), place.image());
                }
                return gone.size();
            });
        }
    }

    @Override
    public OptionalInt images(String line, ImagePlace place) {
        return database.query("look up " + place, """
                select images from batch_prediction
                where topic = ? and topic_partition = ? and batch_offset = ? and line = ? limit 1""",
                row -> row.getInt("images"), place.topic(), place.partition(), place.offset(), line).stream()
                .mapToInt(Integer::intValue).findFirst();
    }

    @Override
    public Labelled give(LineLabel label, boolean replace) {
        ImagePlace place = label.place();
        return database.inTransaction("record the label of " + place, connection -> {
            int added = Database.update(connection, """
                    insert into given_label (topic, topic_partition, batch_offset, image, line, class_name, given_by,
                                             given_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (topic, topic_partition, batch_offset, image) do nothing""", place.topic(),
                    place.partition(), place.offset(), place.image(), label.line(), label.className(), label.by(),
                    label.at().atOffset(ZoneOffset.UTC));
            Labelled labelled = added == 1
                    ? new Labelled(Outcome.NEW, recorded(connection, place))
                    : again(connection, label, replace);
            if (labelled.changed()) {
                AuditStore.append(connection, new AuditRecord(label.line(), label.by(), AuditAction.LABELLED, null,
                        details(labelled)));
            }
            return labelled;
        });
    }

    private static Map<String, Object> details(Labelled labelled) {
        LineLabel label = labelled.label();
        Map<String, Object> details = new HashMap<>(Map.of("image", label.place().toString(), "className",
                label.className(), "outcome", labelled.outcome()));
        if (label.drawProbability() != null) {
            details.put("drawProbability", label.drawProbability());
        }
        return details;
    }

    /** The label as it is recorded; nobody else changes it until the transaction ends. */
    private static LineLabel recorded(Connection connection, ImagePlace place) throws SQLException {
        return Database.query(connection, LABELS + PLACE + " for update of g", LabelStore::label, place.topic(),
                place.partition(), place.offset(), place.image()).get(0);
    }

    private static Labelled again(Connection connection, LineLabel label, boolean replace) throws SQLException {
        ImagePlace place = label.place();
        LineLabel before = recorded(connection, place);
        if (before.className().equals(label.className())) {
            return new Labelled(Outcome.SAME, before);
        }
        if (!replace) {
            return new Labelled(Outcome.OTHER_BEFORE, before);
        }
        Database.update(connection,
                "update given_label set class_name = ?, given_by = ?, given_at = ? where " + PLACE,
                label.className(), label.by(), label.at().atOffset(ZoneOffset.UTC), place.topic(), place.partition(),
                place.offset(), place.image());
        return new Labelled(Outcome.REPLACED, recorded(connection, place));
    }

    @Override
    public List<LineLabel> given(String line, int limit) {
        return database.query("read the labels of line " + line,
                LABELS + "g.line = ? order by given_at desc, batch_offset desc, image limit ?",
                LabelStore::label, line, limit);
    }

    @Override
    public List<GivenLabel> givenIn(DataSelection selection) {
        return database.query("read the labels of line " + selection.line(), LABELS + """
                g.line = ? and exists (
                    select 1 from batch_prediction b
                    where b.topic = g.topic and b.topic_partition = g.topic_partition
                      and b.batch_offset = g.batch_offset and split = ? and dataset = coalesce(?, dataset))
                order by given_at, batch_offset, image""", LabelStore::label, selection.line(), selection.split().id(),
                selection.dataset()).stream().map(LineLabel::given).filter(label -> holds(selection, label)).toList();
    }

    @Override
    public Map<String, Integer> counts(String line) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        database.query("count the labels of line " + line,
                "select class_name, count(*) as labels from given_label where line = ? group by class_name order by 1",
                row -> counts.put(row.getString("class_name"), row.getInt("labels")), line);
        return counts;
    }

    private static boolean holds(DataSelection selection, GivenLabel label) {
        return selection.ranges().stream().anyMatch(range -> range.topic().equals(label.topic())
                && range.partition() == label.partition() && range.fromOffset() <= label.offset()
                && label.offset() < range.toOffset());
    }

    private static LabelCandidate candidate(ResultSet row) throws SQLException {
        return new LabelCandidate(place(row), row.getString("model_version"), row.getString("class_name"),
                row.getDouble("confidence"), LabelReason.of(row.getString("why")),
                row.getObject("chosen_at", OffsetDateTime.class).toInstant());
    }

    private static LineLabel label(ResultSet row) throws SQLException {
        return new LineLabel(row.getString("line"), place(row), row.getString("class_name"),
                row.getString("given_by"), row.getObject("given_at", OffsetDateTime.class).toInstant(),
                row.getObject("probability", Double.class));
    }

    private static ImagePlace place(ResultSet row) throws SQLException {
        return new ImagePlace(row.getString("topic"), row.getInt("topic_partition"), row.getLong("batch_offset"),
                row.getInt("image"));
    }

    private static Float[] boxed(float[] values) {
        Float[] boxed = new Float[values.length];
        for (int i = 0; i < values.length; i++) {
            boxed[i] = values[i];
        }
        return boxed;
    }

    private static float[] unboxed(Float[] values) {
        float[] unboxed = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            unboxed[i] = values[i];
        }
        return unboxed;
    }
}
