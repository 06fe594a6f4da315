package io.crossline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import io.crossline.kafka.TopicCatalog;

/** docker-compose.yml and the launcher start the same system. */
class ComposeFileTest {

    private static final Path ROOT = Path.of("..", "..", "..").toAbsolutePath().normalize();
    private static final Setup SETUP = new Setup(new Layout(ROOT, Path.of("target", "compose-file")),
            Ports.of(Map.of(), Map.of()),
            "0.0.0.0",
            false);

    private static JsonNode services;

    @BeforeAll
    static void read() throws IOException {
        services = new YAMLMapper().readTree(ROOT.resolve("docker-compose.yml").toFile()).path("services");
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void aServiceHasItsPortEnvironmentBuildAndLimits(Service service) {
        JsonNode inCompose = services.path(service.id());
        String port = Integer.toString(service.defaultPort());

        assertThat(inCompose.at("/environment/QUARKUS_HTTP_PORT").asText()).isEqualTo(port);
        assertThat(inCompose.path("ports").get(0).asText()).isEqualTo("127.0.0.1:%s:%s".formatted(port, port));
        assertThat(environmentNames(inCompose)).isEqualTo(launchersEnvironmentNames(service));
        assertThat(inCompose.at("/environment/JAVA_OPTS").asText()).contains("-Xmx");
        assertThat(inCompose.at("/environment/KAFKA_BOOTSTRAP_SERVERS").asText()).isEqualTo("kafka:9092");
        assertThat(inCompose.at("/build/args/SERVICE").asText()).isEqualTo(service.module());
        assertThat(ROOT.resolve(inCompose.at("/build/dockerfile").asText())).isRegularFile();
        assertThat(inCompose.at("/deploy/resources/limits/memory").asText()).matches("\\d+[mg]");
        // A YAML merge key fills in what all services have in common.
        assertThat(inCompose.path("<<").asText().equals("service") || inCompose.has("healthcheck")).isTrue();
    }

    @Test
    void thereIsNothingButThePartsAndEachHasALimit() {
        Set<String> names = new TreeSet<>();
        services.fieldNames().forEachRemaining(names::add);

        assertThat(names).isEqualTo(new TreeSet<>(Set.of(Ports.parts().split(", "))));
        assertThat(services)
                .allSatisfy(each -> assertThat(each.at("/deploy/resources/limits/memory").isTextual()).isTrue());
    }

    @Test
    void kafkaAndPostgresqlAreAsTheLauncherRunsThem() {
        JsonNode kafka = services.path("kafka");
        JsonNode postgresql = services.path("postgresql");

        assertThat(kafka.at("/environment/KAFKA_MESSAGE_MAX_BYTES").asInt()).isEqualTo(TopicCatalog.MAX_RECORD_BYTES);
        assertThat(kafka.at("/environment/KAFKA_AUTO_CREATE_TOPICS_ENABLE").asText()).isEqualTo("false");
        assertThat(kafka.at("/environment/KAFKA_ADVERTISED_LISTENERS").asText())
                .endsWith("HOST://" + SETUP.bootstrapServers());
        assertThat(postgresql.path("image").asText()).isEqualTo("postgres:18");
        assertThat(postgresql.path("ports").get(0).asText()).isEqualTo("127.0.0.1:15432:5432");
        assertThat(Stream.of(kafka, postgresql)).allSatisfy(each -> {
            assertThat(each.has("healthcheck")).isTrue();
            assertThat(each.path("restart").asText()).isEqualTo("unless-stopped");
        });
    }

    @Test
    void theImagesFilesAreThereAndLetThroughToTheDaemon() throws IOException {
        assertThat(Files.isExecutable(ROOT.resolve("infra/deploy/docker/healthy.sh"))).isTrue();
        assertThat(Files.readAllLines(ROOT.resolve(".dockerignore"))).contains("!infra/deploy/docker/healthy.sh",
                "!*-service/target/quarkus-app");
    }

    @Test
    void theGpuFileChangesThoseServicesThatCompute() throws IOException {
        JsonNode gpu = new YAMLMapper().readTree(ROOT.resolve("docker-compose.gpu.yml").toFile()).path("services");
        Set<String> names = new TreeSet<>();
        gpu.fieldNames().forEachRemaining(names::add);

        assertThat(names).containsExactly("evaluation", "training", "translation");
        assertThat(gpu).allSatisfy(
                each -> assertThat(ROOT.resolve(each.at("/build/dockerfile").asText())).isRegularFile());
    }

    private static Set<String> environmentNames(JsonNode service) {
        Set<String> names = new HashSet<>();
        service.path("environment").fieldNames().forEachRemaining(names::add);
        names.remove("JAVA_OPTS");
        return names;
    }

    /** What only suits log files on one machine is left out in containers. */
    private static Set<String> launchersEnvironmentNames(Service service) {
        Set<String> names = new HashSet<>(new JavaCommand(SETUP, 17, 1L << 34).of(service).environment().keySet());
        names.remove("QUARKUS_LOG_CONSOLE_COLOR");
        names.remove("QUARKUS_BANNER_ENABLED");
        // the launcher's restarts; Docker tells its own
        names.remove("CROSSLINE_DASHBOARD_PARTS_FILE");
        // whoever runs containers chooses a key, or leaves the heads of the audit unsigned
        names.remove("CROSSLINE_AUDIT_SIGNING_KEY_FILE");
        return names;
    }
}
