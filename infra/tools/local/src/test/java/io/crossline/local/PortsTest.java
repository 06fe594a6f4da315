package io.crossline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void anOptionWinsOverTheEnvironmentAndThatOverTheDefault() {
        Ports ports = Ports.of(Map.of("ingest", 9001),
                Map.of("CROSSLINE_PORT_INGEST", "9002", "CROSSLINE_PORT_DASHBOARD", "9003"));

        assertThat(ports.of(Service.INGEST)).isEqualTo(9001);
        assertThat(ports.of(Service.DASHBOARD)).isEqualTo(9003);
        assertThat(ports.of(Service.TRAINING)).isEqualTo(8083);
        assertThat(ports.kafka()).isEqualTo(19092);
        assertThat(ports.postgresql()).isEqualTo(15432);
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> Ports.of(Map.of("broker", 1), Map.of())).isInstanceOf(UserError.class)
                .hasMessageContaining("'broker'").hasMessageContaining("kafka, postgresql");
        assertThatThrownBy(() -> Ports.of(Map.of("kafka", 70000), Map.of())).isInstanceOf(UserError.class)
                .hasMessageContaining("kafka is 70000");
        assertThatThrownBy(() -> Ports.of(Map.of("kafka", 8080), Map.of())).isInstanceOf(UserError.class)
                .hasMessageContaining("kafka and dashboard both have port 8080");
        assertThatThrownBy(() -> Ports.of(Map.of(), Map.of("CROSSLINE_PORT_KAFKA", "high")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("CROSSLINE_PORT_KAFKA is 'high'");
    }
}
