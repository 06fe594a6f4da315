package io.crossline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import io.crossline.embedded.BrokerSecurity;
import io.crossline.kafka.Account;
import io.crossline.kafka.TopicCatalog;

/** docker-compose.secure.yml guards every container of docker-compose.yml. Anchors and merge keys are read as Compose reads them. */
class SecureComposeFileTest {

    private static final Path ROOT = Path.of("..", "..", "..").toAbsolutePath().normalize();
    private static final Path DOCKER = ROOT.resolve("infra/deploy/docker");
    private static final List<String> EDGE = List.of("kafka", "ingest", "translation", "training", "evaluation",
            "dashboard");

    private static JsonNode file;
    private static JsonNode services;
    private static JsonNode base;

    @BeforeAll
    static void read() throws IOException {
        file = merged("docker-compose.secure.yml");
        services = file.path("services");
        base = merged("docker-compose.yml").path("services");
    }

    /** Through SnakeYAML, which resolves anchors and merge keys; the tags !override and !reset say nothing of the values. */
    private static JsonNode merged(String name) throws IOException {
        String text = Files.readString(ROOT.resolve(name)).replace("!override", "").replace("!reset", "");
        return new YAMLMapper().valueToTree(new Yaml().<Map<String, Object>>load(text));
    }

    @Test
    void everyContainerIsGuarded() {
        assertThat(names(services)).containsAll(names(base));
        assertThat(services.properties()).allSatisfy(service -> {
            JsonNode settings = service.getValue();
            assertThat(settings.path("user").asText()).as(service.getKey()).matches(
                    "\\$\\{CROSSLINE_UID:\\?[^}]+}:\\$\\{CROSSLINE_GID:\\?[^}]+}");
            assertThat(settings.path("read_only").asBoolean()).as(service.getKey()).isTrue();
            assertThat(texts(settings.path("cap_drop"))).as(service.getKey()).containsExactly("ALL");
            assertThat(texts(settings.path("security_opt"))).as(service.getKey())
                    .containsExactly("no-new-privileges:true");
            assertThat(settings.has("privileged")).as(service.getKey()).isFalse();
            assertThat(settings.has("cap_add")).as(service.getKey()).isFalse();
            assertThat(texts(settings.path("networks"))).as(service.getKey()).isNotEmpty();
        });
    }

    @Test
    void onlyTheEdgePublishesPortsAndTheDatabaseHasNone() {
        Set<String> published = new TreeSet<>();
        for (String name : names(services)) {
            JsonNode ports = services.path(name).has("ports")
                    ? services.path(name).path("ports")
                    : base.path(name).path("ports");
            if (!ports.isEmpty()) {
                published.add(name);
                assertThat(texts(services.path(name).path("networks"))).as(name).contains("edge");
            }
        }

        assertThat(published).containsExactlyInAnyOrderElementsOf(EDGE);
        assertThat(file.at("/networks/kafka/internal").asBoolean()).isTrue();
        assertThat(file.at("/networks/database/internal").asBoolean()).isTrue();
        assertThat(names(services).stream()
                .filter(name -> texts(services.path(name).path("networks")).contains("database")))
                .containsExactlyInAnyOrder("postgresql", "evaluation");
    }

    @Test
    void noSecretIsInTheFile() throws IOException {
        for (JsonNode service : services) {
            service.path("environment").properties().forEach(variable -> assertThat(variable.getKey())
                    .satisfiesAnyOf(
                            name -> assertThat(name).doesNotContainIgnoringCase("password")
                                    .doesNotContainIgnoringCase("key"),
                            name -> assertThat(variable.getValue().asText()).startsWith("/run/secrets/")));
        }
        assertThat(file.path("secrets").properties()).isNotEmpty().allSatisfy(secret -> assertThat(
                secret.getValue().path("file").asText()).isEqualTo("${CROSSLINE_SECRETS}/" + secret.getKey()));
        assertThat(Files.readAllLines(ROOT.resolve(".gitignore"))).contains(".crossline/");
    }

    @Test
    void everySecretAndSettingThatAPartNamesIsThereAndNoPartHasAnothersKey() {
        for (String name : names(services)) {
            List<String> secrets = texts(services.path(name).path("secrets"));
            assertThat(names(file.path("secrets"))).containsAll(secrets);
            String own = name.equals("kafka-acls") ? "admin" : name;
            assertThat(secrets).filteredOn(secret -> secret.endsWith(".key") || secret.endsWith(".pem"))
                    .allSatisfy(secret -> assertThat(secret).startsWith(own + "."));
            services.path(name).path("configs").forEach(config -> assertThat(
                    ROOT.resolve(file.at("/configs/%s/file".formatted(config.path("source").asText())).asText()))
                    .isRegularFile());
        }
        assertThat(texts(services.path("evaluation").path("secrets"))).contains("evaluation.properties");
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void aServiceComesToKafkaWithItsAccountAfterTheRightsAreSettled(Service service) {
        JsonNode settings = services.path(service.id());

        assertThat(settings.at("/environment/CROSSLINE_ACCOUNT").asText())
                .isEqualTo(Account.valueOf(service.name()).id());
        assertThat(settings.at("/environment/QUARKUS_CONFIG_LOCATIONS").asText())
                .startsWith("file:/etc/crossline/service.properties");
        assertThat(settings.at("/depends_on/kafka-acls/condition").asText())
                .isEqualTo("service_completed_successfully");
    }

    /** The evaluation service replaces its environment, so that no password of the other file stays. */
    @Test
    void evaluationHasWhatItHasWithoutGuardsButForThePassword() {
        Set<String> expected = new TreeSet<>(names(base.at("/evaluation/environment")));
        expected.remove("CROSSLINE_DATABASE_PASSWORD");

        assertThat(names(services.at("/evaluation/environment"))).containsAll(expected)
                .doesNotContain("CROSSLINE_DATABASE_PASSWORD");
        assertThat(services.at("/evaluation/environment/CROSSLINE_DATABASE_URL").asText())
                .contains("sslmode=verify-full");
        assertThat(services.at("/evaluation/environment/JAVA_OPTS").asText())
                .isEqualTo(base.at("/evaluation/environment/JAVA_OPTS").asText());
    }

    @Test
    void theBrokerHasNoListenerWithoutTlsAndTheAccessListOfTheTests() throws IOException {
        Properties broker = new Properties();
        try (Reader text = Files.newBufferedReader(DOCKER.resolve("secure/kafka.properties"))) {
            broker.load(text);
        }

        assertThat(broker.getProperty("listener.security.protocol.map").split(","))
                .allSatisfy(listener -> assertThat(listener).endsWith(":SSL"));
        assertThat(broker).containsEntry("ssl.client.auth", "required")
                .containsEntry("ssl.principal.mapping.rules", BrokerSecurity.NAME_RULE)
                .containsEntry("authorizer.class.name",
                        "org.apache.kafka.metadata.authorizer.StandardAuthorizer")
                .containsEntry("allow.everyone.if.no.acl.found", "false")
                .containsEntry("super.users", "User:kafka;User:admin")
                .containsEntry("auto.create.topics.enable", "false")
                .containsEntry("message.max.bytes", Integer.toString(TopicCatalog.MAX_RECORD_BYTES));
        assertThat(Files.readString(DOCKER.resolve("secure/pg_hba.conf"))).doesNotContain("trust", "host ");
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }
}
