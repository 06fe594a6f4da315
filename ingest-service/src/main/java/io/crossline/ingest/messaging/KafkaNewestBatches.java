package io.crossline.ingest.messaging;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.TopicPartition;

import io.crossline.contracts.CapturedRecords;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.RecordChecked;
import io.crossline.contracts.Topics;
import io.crossline.ingest.line.LineBoard;
import io.crossline.ingest.line.NewestBatches;
import io.crossline.kafka.RangeReader;

/** Reads a line's newest batch when somebody wants to look at it. */
@ApplicationScoped
class KafkaNewestBatches implements NewestBatches {

    private final KafkaClients clients;
    private final LineBoard board;

    KafkaNewestBatches(KafkaClients clients, LineBoard board) {
        this.clients = clients;
        this.board = board;
    }

    @Override
    public Optional<ImageBatch> find(String line) {
        return board.newest(line).flatMap(this::read);
    }

    private Optional<ImageBatch> read(RecordChecked newest) {
        try (RangeReader reader = RangeReader.openForSingleRecords(clients.connection())) {
            return reader.record(new TopicPartition(Topics.IMAGES_CAPTURED, newest.partition()), newest.offset())
                    .map(CapturedRecords::decode);
        }
    }
}
