package io.crossline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.contracts.Topics;
import io.crossline.local.process.BrokerAnswer;
import io.crossline.local.process.DatabaseAnswer;
import io.crossline.local.process.ProcessCheck;
import io.crossline.local.process.Readiness;
import io.crossline.local.supervise.PartState;
import io.crossline.local.supervise.Standing;

/** A real broker, a real database and stand-ins for the services, killed one after another. */
@DisabledOnOs(OS.WINDOWS)
class UpIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** Held, so that it stays as quiet as it is set. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    @TempDir
    Path home;

    private LauncherProcess crossline;

    @BeforeEach
    void prepare() throws IOException {
        KAFKA.setLevel(Level.WARNING);
        crossline = new LauncherProcess(home);
    }

    @AfterEach
    void stop() throws Exception {
        crossline.close();
    }

    @Test
    void whatIsKilledComesBackWithItsData() throws Exception {
        // Given a Crossline that is up, with a record and a row
        up();
        produce();
        execute("CREATE TABLE part (name text); INSERT INTO part VALUES ('gear')");

        // When a service, the broker and the database are killed
        ProcessHandle service = crossline.processOf("training");
        service.destroyForcibly();
        crossline.processOf(Ports.KAFKA).destroyForcibly();
        crossline.processOf(Ports.POSTGRESQL).destroyForcibly();

        // Then each comes back in a new process, and with its data
        await().atMost(PATIENCE).until(() -> crossline.isUpAgain("training", 1));
        await().atMost(PATIENCE).until(() -> crossline.isUpAgain(Ports.KAFKA, 1));
        await().atMost(PATIENCE).until(() -> crossline.isUpAgain(Ports.POSTGRESQL, 1));
        assertThat(crossline.processOf("training").pid()).isNotEqualTo(service.pid());
        assertThat(consumed()).isEqualTo("gear");
        assertThat(queried()).isEqualTo("gear");

        // And the others were left alone, the user is told, and status says so
        assertThat(crossline.status("ingest").orElseThrow().restarts()).isZero();
        assertThat(crossline.printed()).contains("Note: training ended with exit code 137",
                "training is ready again; it was restarted once");
        assertThat(status()).containsPattern("training +ready \\(restarted once\\) +http://localhost:\\d+ +\\d+")
                .containsPattern("kafka +ready \\(restarted once\\) +localhost:\\d+ +\\d+");
        assertThat(crossline.process().isAlive()).isTrue();
    }

    @Test
    void aPartThatDiesAtOnceEachTimeStaysDownAndTheRestIsUp() throws Exception {
        // Given a service that always dies
        StandInService.letDie(crossline.layout(), Service.TRANSLATION);

        // When Crossline is started
        up();

        // Then it is up without that
        assertThat(crossline.printed()).contains(", without translation. Dashboard: ",
                "translation ended 6 times in 10 minutes and stays down; the rest goes on",
                "cannot open the shutter");
        assertThat(crossline.status("translation").orElseThrow().state()).isEqualTo(PartState.DOWN);
        for (String part : List.of(Ports.KAFKA, Ports.POSTGRESQL, "ingest", "training", "evaluation", "dashboard")) {
            assertThat(crossline.status(part).orElseThrow().state()).as(part).isEqualTo(PartState.UP);
        }
        assertThat(status())
                .contains("down: ended 6 times in 10 minutes and stays down. translation ended with exit code 3.");

        // When what killed it is mended and somebody asks for it, then it is up
        StandInService.letLive(crossline.layout(), Service.TRANSLATION);
        Output output = new Output();
        int code = Crossline.commandLine(output.pipe()).execute("restart", "translation", "--data",
                crossline.layout().data().toString());
        assertThat(code).as(output.text()).isZero();
        assertThat(output.text()).contains("translation").contains("ready in");
        assertThat(crossline.status("translation").orElseThrow().state()).isEqualTo(PartState.UP);
    }

    @Test
    void oneThatIsFrozenDoesNotAnswer() throws Exception {
        // Given broker, database and a service that answer
        up();
        Map<String, ProcessCheck> checks = Map.of(Ports.KAFKA, new BrokerAnswer(crossline.bootstrapServers()),
                Ports.POSTGRESQL, new DatabaseAnswer(crossline.jdbcUrl(), "crossline", crossline.databasePassword()),
                "training",
                pid -> Readiness.answers(crossline.addressOf("training")));
        for (Map.Entry<String, ProcessCheck> check : checks.entrySet()) {
            long pid = crossline.processOf(check.getKey()).pid();
            await().atMost(PATIENCE).until(() -> check.getValue().holds(pid));

            // When one is frozen, then it does not; when it goes on, it does
            signal("STOP", pid);
            assertThat(check.getValue().holds(pid)).as("frozen " + check.getKey()).isFalse();
            signal("CONT", pid);
            await().atMost(PATIENCE).until(() -> check.getValue().holds(pid));
        }
    }

    private static void signal(String name, long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor()).isZero();
    }

    @Test
    void nothingOutlivesALauncherThatIsKilledAndTheNextStartGoesOn() throws Exception {
        // Given a Crossline that is up
        up();
        List<ProcessHandle> processes = new ArrayList<>();
        for (String part : Ports.parts().split(", ")) {
            processes.add(crossline.processOf(part));
        }

        // When its launcher is killed
        crossline.process().destroyForcibly().waitFor();

        // Then all parts end
        await().atMost(PATIENCE).until(() -> processes.stream().noneMatch(UpIT::runs));

        // And it can be started again at once
        up();
    }

    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private void up() throws IOException {
        crossline.up();
        long launcher = crossline.process().pid();
        await().atMost(PATIENCE).until(() -> {
            assertThat(crossline.process().isAlive()).as(crossline.printed()).isTrue();
            return crossline.printed().contains("Crossline is up")
                    && Standing.read(crossline.layout().parts()).orElseThrow().launcher() == launcher;
        });
    }

    private String status() throws IOException {
        Output output = new Output();
        Crossline.commandLine(output.pipe()).execute("status", "--data", crossline.layout().data().toString());
        return output.text();
    }

    private void produce() throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", crossline.bootstrapServers()), new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.MODELS_PROMOTED, "line", "gear")).get();
        }
    }

    private String consumed() {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", crossline.bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(Topics.MODELS_PROMOTED, 0)));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
        }
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String queried() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM part")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection connect() throws Exception {
        return DriverManager.getConnection(crossline.jdbcUrl(), "crossline", crossline.databasePassword());
    }
}
