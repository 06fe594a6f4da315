package io.crossline.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.crossline.bench.floor.Rates;
import io.crossline.bench.row.Floors;
import io.crossline.bench.row.Result;
import io.crossline.bench.row.Row;
import io.crossline.bench.row.Side;

class ReportTest {

    private static final long MEBIBYTE = 1024 * 1024;

    private final Result source = new Result(Row.SOURCE, new Side(List.of(90.0, 110.0, 80.0), 2.5, 300 * MEBIBYTE),
            new Side(List.of(120.0, 100.0, 130.0), 3, null), new Floors(45, 3));
    private final Result inference = new Result(Row.INFER_CLASSIFIER, new Side(List.of(1000.0, 2000.0), 1, null), null,
            new Floors(6000, 9000));
    private final Result ingest = new Result(Row.STREAM_INGEST, new Side(List.of(500.0), 4, MEBIBYTE),
            new Side(List.of(1000.0), 4, MEBIBYTE), null);
    private final Report report = new Report("2 cores", null, 2, 3, new Rates(87e9, 23.5e9),
            List.of(source, inference, ingest));

    @Test
    void givenResults_whenPrinted_thenTheTableSaysRatioAndBar() {
        // when
        String text = TextReport.of(report);
        // then
        assertThat(text).isEqualTo(
                """
                        2 cores
                        Threads: 2. Medians of 3 rounds in turns.
                        Peer: none; for the rows stream-*, the same work without Kafka.
                        Ratio: our time / the peer's time, also where the unit is images/s; smaller is better.

                        name              ours  peer      unit  ratio   bar          first step s  peak MiB  peer MiB
                        source            90.0   120        ms   0.75  1.00     met          2.50       300         -
                        infer-classifier  1500     -  images/s      -  1.00                  1.00         -         -
                        stream-ingest      500  1000  images/s   2.00  1.15  missed          4.00         1         1""");
    }

    @Test
    void givenResults_whenFloorsArePrinted_thenStreamsHaveNone() {
        // when
        String text = TextReport.floors(report);
        // then
        assertThat(text).isEqualTo("""
                Floors: at 87.0 GFLOP/s of a matrix product or convolution, and 23.5 GB/s of a copy.

                name              ours  arithmetic  bytes      unit  ours / floor
                source            90.0        45.0   3.00        ms          2.00
                infer-classifier  1500        6000   9000  images/s          4.00""");
    }

    @Test
    void givenResults_whenWrittenAsJson_thenWhatThereIsNotIsNull() throws Exception {
        // when
        JsonNode json = new ObjectMapper().valueToTree(JsonReport.of(report));
        // then
        assertThat(json.get("machine").asText()).isEqualTo("2 cores");
        JsonNode rows = json.get("rows");
        assertThat(rows).hasSize(3);
        JsonNode first = rows.get(0);
        assertThat(first.get("name").asText()).isEqualTo("source");
        assertThat(first.get("ours").asDouble()).isEqualTo(90);
        assertThat(first.get("peer").asDouble()).isEqualTo(120);
        assertThat(first.get("unit").asText()).isEqualTo("ms");
        assertThat(first.get("ratio").asDouble()).isEqualTo(0.75);
        assertThat(first.get("floorArithmetic").asDouble()).isEqualTo(45);
        assertThat(first.get("peakMemoryBytes").asLong()).isEqualTo(300 * MEBIBYTE);
        assertThat(first.get("rounds").get(1).get("ours").asDouble()).isEqualTo(110);
        assertThat(rows.get(1).get("peer").isNull()).isTrue();
        assertThat(rows.get(1).get("ratio").isNull()).isTrue();
        assertThat(rows.get(2).get("floorBytes").isNull()).isTrue();
    }
}
