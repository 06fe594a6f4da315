package io.crossline.kafka.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;

import io.crossline.contracts.Json;
import io.crossline.contracts.Topics;
import io.crossline.kafka.TopicCatalog;
import io.crossline.kafka.TopicSettings;

/** With {@code -Dasyncapi.write} the served document is written anew before it is compared. */
class AsyncApiTest {

    private static final Path SERVED = Path.of("src/main/resources/META-INF/resources/asyncapi.json");
    private static final String WRITE = "./mvnw test -pl infra/libs/kafka -Dtest=AsyncApiTest -Dasyncapi.write";

    private static final JsonNode DOCUMENT = AsyncApiDocument.build();

    @Test
    void theServedDocumentIsOfTheTopicsAndEventsAsTheyAre() throws IOException {
        String text = Json.mapper().writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(DOCUMENT)
                .replace("\r\n", "\n") + "\n";
        if (System.getProperty("asyncapi.write") != null) {
            Files.writeString(SERVED, text);
        }

        assertThat(SERVED).as("Topics or events have changed. Write the document anew: " + WRITE).content()
                .isEqualTo(text);
    }

    @Test
    void everyTopicIsAChannelOfItsPartitionsAndRetention() {
        assertThat(DOCUMENT.get("channels")).extracting(channel -> channel.get("address").asText())
                .containsExactlyElementsOf(
                        TopicCatalog.topics(TopicSettings.defaults()).stream().map(topic -> topic.name()).toList());
        JsonNode captured = DOCUMENT.at("/channels/images.captured/bindings/kafka");
        assertThat(captured.get("partitions").asInt()).isEqualTo(6);
        assertThat(captured.at("/topicConfiguration/retention.ms").asLong()).isEqualTo(1_209_600_000L);
        assertThat(DOCUMENT.at("/channels/images.captured.dlq/address").asText())
                .isEqualTo(Topics.deadLetter(Topics.IMAGES_CAPTURED));
        assertThat(DOCUMENT.at("/operations/evaluation-service.send.predictions/action").asText()).isEqualTo("send");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = DOCUMENT.findValuesAsText("$ref");

        assertThat(references).isNotEmpty().allSatisfy(
                reference -> assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode()).as(reference).isFalse());
    }

    /** Values that JSON writes otherwise than the record holds them. */
    @Test
    void schemasAreOfTheJson() {
        JsonNode schemas = DOCUMENT.at("/components/schemas");

        assertThat(schemas.at("/LineConfigured/properties/expectedMix/type")).extracting(JsonNode::asText)
                .contains("string");
        assertThat(schemas.at("/RecordChecked.Content/properties").fieldNames()).toIterable()
                .containsExactlyInAnyOrder("id", "dataset", "split", "images", "capturedAt");
        assertThat(schemas.findValuesAsText("format")).contains("date-time", "uuid");
        assertThat(schemas.toString()).contains("\"train\"", "\"letterbox\"").doesNotContain("\"TRAIN\"",
                "\"LETTERBOX\"");
    }
}
