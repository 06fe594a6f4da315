package io.crossline.kafka.asyncapi;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.Json;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.avro.ImageBatchRecord;
import io.crossline.kafka.Account;
import io.crossline.kafka.TopicAccess;
import io.crossline.kafka.TopicCatalog;
import io.crossline.kafka.TopicSettings;

/**
 * Builds the document (AsyncAPI 3.0.0, Kafka bindings 0.5.0): a channel a topic, a message a channel, an operation for each
 * writer and reader.
 */
final class AsyncApiDocument {

    private static final String OUTSIDE = "outside";
    private static final String BINDINGS = "0.5.0";
    private static final String HEADERS = "CloudEventHeaders";
    private static final String DEAD_LETTER_HEADERS = "DeadLetterHeaders";

    private final ObjectNode document = Json.mapper().createObjectNode();
    private final EventSchemas schemas = new EventSchemas();

    private AsyncApiDocument() {}

    static JsonNode build() {
        AsyncApiDocument made = new AsyncApiDocument();
        made.head();
        Map<String, Topic> described = DescribedTopics.ALL.stream()
                .collect(Collectors.toMap(Topic::name, topic -> topic));
        for (NewTopic topic : TopicCatalog.topics(TopicSettings.defaults())) {
            if (described.containsKey(topic.name())) {
                made.add(topic, described.get(topic.name()));
            } else {
                made.addDeadLetters(topic);
            }
        }
        made.components();
        return made.document;
    }

    private void head() {
        document.put("asyncapi", "3.0.0");
        document.putObject("info").put("title", "Crossline").put("version", "1.0.0").put("description",
                "All topics. Partitions and retention are the defaults; a deployment may set others. Keys and names are UTF-8.")
                .putObject("license").put("name", "Apache 2.0")
                .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        document.put("defaultContentType", CloudEventHeaders.JSON);
        document.putObject("servers").putObject("kafka").put("host", "localhost:19092").put("protocol", "kafka")
                .put("description", "As infra/crossline starts it");
        document.putObject("channels");
        document.putObject("operations");
    }

    private void add(NewTopic topic, Topic described) {
        ObjectNode message = channel(topic, described.description(), described.key());
        message.putObject("headers").put("$ref", "#/components/schemas/" + HEADERS);
        if (described.payload() instanceof Topic.Payload.Json json) {
            message.put("name", json.type().getSimpleName()).put("contentType", CloudEventHeaders.JSON);
            message.set("payload", schemas.reference(json.type()));
        } else if (described.payload() instanceof Topic.Payload.Avro) {
            message.put("name", "ImageBatch").put("contentType", CloudEventHeaders.AVRO).put("summary",
                    "Avro single-object encoding; in an earlier version of the schema where that holds all there is");
            message.putObject("payload").put("schemaFormat", "application/vnd.apache.avro+json;version=1.9.0")
                    .set("schema", tree(ImageBatchRecord.getClassSchema().toString()));
        } else {
            message.put("name", "ModelArchive").put("contentType", CloudEventHeaders.ZIP)
                    .put("summary", "The header " + CloudEventHeaders.MANIFEST + " holds the model's manifest as JSON");
            message.putObject("payload").put("type", "string").put("format", "binary");
        }
        operations(topic.name());
    }

    private void addDeadLetters(NewTopic topic) {
        ObjectNode message = channel(topic, "Records that could not be used, as they came.", "as it was received");
        message.put("name", "DeadLetter").putObject("headers").put("$ref",
                "#/components/schemas/" + DEAD_LETTER_HEADERS);
        operations(topic.name());
    }

    /** @return the channel's message, empty but for its key */
    private ObjectNode channel(NewTopic topic, String description, String key) {
        ObjectNode channel = document.withObjectProperty("channels").putObject(Topic.channel(topic.name()));
        channel.put("address", topic.name()).put("description", description);
        ObjectNode message = channel.putObject("messages").putObject("record");
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka").put("topic", topic.name())
                .put("partitions", topic.numPartitions()).put("replicas", topic.replicationFactor());
        kafka.set("topicConfiguration", configuration(topic.configs()));
        kafka.put("bindingVersion", BINDINGS);
        ObjectNode binding = message.putObject("bindings").putObject("kafka");
        binding.putObject("key").put("type", "string").put("description", key);
        binding.put("bindingVersion", BINDINGS);
        return message;
    }

    private static ObjectNode configuration(Map<String, String> configs) {
        ObjectNode configuration = Json.mapper().createObjectNode();
        ArrayNode policies = configuration.putArray(TopicConfig.CLEANUP_POLICY_CONFIG);
        List.of(configs.get(TopicConfig.CLEANUP_POLICY_CONFIG).split(",")).forEach(policies::add);
        for (String number : List.of(TopicConfig.RETENTION_MS_CONFIG, TopicConfig.MAX_MESSAGE_BYTES_CONFIG)) {
            if (configs.containsKey(number)) {
                configuration.put(number, Long.parseLong(configs.get(number)));
            }
        }
        return configuration;
    }

    private void operations(String topic) {
        TopicAccess access = TopicAccess.all().stream().filter(each -> each.topic().equals(topic)).findFirst()
                .orElseThrow();
        access.writers().forEach(writer -> operation("send", program(writer), Topic.channel(topic)));
        access.readers().forEach(reader -> operation("receive", program(reader), Topic.channel(topic)));
    }

    /** The service, or a program of the plant. */
    private static String program(Account account) {
        return account.isService() ? account.id() + "-service" : OUTSIDE;
    }

    private void operation(String action, String who, String channel) {
        ObjectNode operation = document.withObjectProperty("operations").putObject(who + "." + action + "." + channel);
        operation.put("action", action).putObject("channel").put("$ref", "#/channels/" + channel);
        operation.putArray("tags").addObject().put("name", who);
    }

    private void components() {
        schemas.reference(ModelManifest.class);
        ObjectNode all = schemas.definitions();
        ObjectNode headers = texts(all.putObject(HEADERS),
                "CloudEvents 1.0, Kafka binding in binary mode. A producer of captured images may leave out all of them.",
                List.of("ce_specversion", CloudEventHeaders.ID, CloudEventHeaders.TYPE, "ce_source",
                        CloudEventHeaders.SUBJECT, "ce_time", CloudEventHeaders.SPLIT, CloudEventHeaders.DATASET,
                        CloudEventHeaders.IMAGES, CloudEventHeaders.GENERATOR, CloudEventHeaders.TRANSLATED_FROM,
                        CloudEventHeaders.CONTENT_TYPE));
        headers.putObject(CloudEventHeaders.MANIFEST).put("type", "string")
                .put("description", "JSON of #/components/schemas/ModelManifest");
        texts(all.putObject(DEAD_LETTER_HEADERS), "Beside the record's own headers.", List.of("dead-letter-reason",
                "dead-letter-topic", "dead-letter-partition", "dead-letter-offset"));
        document.putObject("components").set("schemas", all);
    }

    /** @return the properties */
    private static ObjectNode texts(ObjectNode schema, String description, List<String> names) {
        ObjectNode properties = schema.put("type", "object").put("description", description).putObject("properties");
        names.forEach(name -> properties.putObject(name).put("type", "string"));
        return properties;
    }

    private static JsonNode tree(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The Avro schema is no JSON", e);
        }
    }
}
