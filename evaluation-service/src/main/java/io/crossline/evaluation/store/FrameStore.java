package io.crossline.evaluation.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.BatchImages;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.FrameCheck;
import io.crossline.contracts.OffsetRange;
import io.crossline.evaluation.serving.CameraFault;
import io.crossline.evaluation.serving.CameraFaults;
import io.crossline.evaluation.serving.UnusableBook;
import io.crossline.evaluation.serving.UnusableFrame;
import io.crossline.monitoring.drift.ImagePlace;

/** Unusable frames, a row each, and which cameras have a fault. */
@ApplicationScoped
public class FrameStore implements CameraFaults, UnusableBook {

    private final Database database;

    FrameStore(Database database) {
        this.database = database;
    }

    /** Those that are known stay as they are. */
    public void record(List<UnusableFrame> frames) {
        if (!frames.isEmpty()) {
            database.inTransaction("record unusable frames of line " + frames.get(0).line(), connection -> {
                add(connection, frames);
                return null;
            });
        }
    }

    /** In the transaction that records the prediction of the batch. */
    static void add(Connection connection, List<UnusableFrame> frames) throws SQLException {
        if (frames.isEmpty()) {
            return;
        }
        ImagePlace batch = frames.get(0).place();
        Database.update(connection, """
                insert into unusable_frame (topic, topic_partition, batch_offset, line, found_at, image, frame_check,
                                            measured, measure_limit, part_id, file_name, captured_at)
                select ?, ?, ?, ?, ?, frame.image, frame.frame_check, frame.measured, frame.measure_limit,
                       frame.part_id, frame.file_name, frame.captured_at::timestamptz
                from unnest(?::int[], ?::text[], ?::float8[], ?::float8[], ?::text[], ?::text[], ?::text[])
                     as frame (image, frame_check, measured, measure_limit, part_id, file_name, captured_at)
                on conflict do nothing""", batch.topic(), batch.partition(), batch.offset(), frames.get(0).line(),
                Instant.now().atOffset(ZoneOffset.UTC),
                array(connection, "int4", frames, frame -> frame.place().image()),
                array(connection, "text", frames, frame -> frame.check().id()),
                array(connection, "float8", frames, UnusableFrame::measured),
                array(connection, "float8", frames, UnusableFrame::limit),
                array(connection, "text", frames, UnusableFrame::partId),
                array(connection, "text", frames, UnusableFrame::fileName),
                array(connection, "text", frames, frame -> frame.capturedAt().toString()));
    }

    private static java.sql.Array array(Connection connection, String type, List<UnusableFrame> frames,
            Function<UnusableFrame, Object> value) throws SQLException {
        return connection.createArrayOf(type, frames.stream().map(value).toArray());
    }

    /** Newest first. */
    public List<UnusableFrame> newest(String line, int limit) {
        return database.query("read the unusable frames of line " + line, """
                select * from unusable_frame where line = ?
                order by found_at desc, topic_partition, batch_offset desc, image desc limit ?""",
                FrameStore::frame, line, limit);
    }

    /** How many frames each check marked, those since then. */
    public Map<FrameCheck, Long> counts(String line, Instant since) {
        Map<FrameCheck, Long> counts = new EnumMap<>(FrameCheck.class);
        database.query("count the unusable frames of line " + line, """
                select frame_check, count(*) as frames from unusable_frame where line = ? and found_at >= ?
                group by frame_check""",
                row -> counts.put(FrameCheck.parse(row.getString("frame_check")), row.getLong("frames")), line,
                since.atOffset(ZoneOffset.UTC));
        return counts;
    }

    @Override
    public List<BatchImages> unusableIn(DataSelection selection) {
        Map<ImagePlace, List<ImagePlace>> batches = new TreeMap<>(Comparator.comparing(ImagePlace::topic)
                .thenComparing(ImagePlace::partition).thenComparing(ImagePlace::offset));
        for (OffsetRange range : selection.ranges()) {
            database.query("read the unusable frames of line " + selection.line(), """
                    select * from unusable_frame
                    where topic = ? and topic_partition = ? and batch_offset >= ? and batch_offset < ? and line = ?""",
                    FrameStore::place, range.topic(), range.partition(), range.fromOffset(), range.toOffset(),
                    selection.line())
                    .forEach(place -> batches.computeIfAbsent(place, first -> new ArrayList<>())
                            .add(place));
        }
        return batches.entrySet().stream().map(batch -> new BatchImages(batch.getKey().topic(),
                batch.getKey().partition(), batch.getKey().offset(), batch.getValue().stream()
                        .map(ImagePlace::image).sorted().toList()))
                .toList();
    }

    @Override
    public boolean begin(String line, CameraFault fault) {
        return database.inTransaction("record the camera fault of line " + line, connection -> {
            boolean isNew = fault(connection, line).isEmpty();
            Database.update(connection, """
                    insert into camera_fault (line, frame_check, since, frames) values (?, ?, ?, ?)
                    on conflict (line) do update set frame_check = excluded.frame_check,
                        since = least(camera_fault.since, excluded.since), frames = excluded.frames""", line,
                    fault.check().id(), fault.since().atOffset(ZoneOffset.UTC), fault.frames());
            return isNew;
        });
    }

    @Override
    public boolean end(String line) {
        return database.inTransaction("end the camera fault of line " + line,
                connection -> Database.update(connection, "delete from camera_fault where line = ?", line)) == 1;
    }

    /** Empty where the line's camera has none. */
    public Optional<CameraFault> fault(String line) {
        return database.inTransaction("read the camera fault of line " + line, connection -> fault(connection, line));
    }

    private static Optional<CameraFault> fault(Connection connection, String line) throws SQLException {
        return Database.query(connection, "select * from camera_fault where line = ?",
                FrameStore::fault, line).stream().findFirst();
    }

    static CameraFault fault(ResultSet row) throws SQLException {
        return new CameraFault(FrameCheck.parse(row.getString("frame_check")), at(row, "since"),
                row.getLong("frames"));
    }

    private static UnusableFrame frame(ResultSet row) throws SQLException {
        return new UnusableFrame(row.getString("line"), place(row), FrameCheck.parse(row.getString("frame_check")),
                row.getDouble("measured"), row.getDouble("measure_limit"), row.getString("part_id"),
                row.getString("file_name"), at(row, "captured_at"));
    }

    private static ImagePlace place(ResultSet row) throws SQLException {
        return new ImagePlace(row.getString("topic"), row.getInt("topic_partition"), row.getLong("batch_offset"),
                row.getInt("image"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
