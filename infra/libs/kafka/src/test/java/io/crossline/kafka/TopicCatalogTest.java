package io.crossline.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.Topics;

class TopicCatalogTest {

    private final List<NewTopic> topics = TopicCatalog.topics(TopicSettings.defaults());
    private final Map<String, NewTopic> byName = topics.stream()
            .collect(Collectors.toMap(NewTopic::name, Function.identity()));

    @Test
    void everyTopicHasItsDeadLetterTopic() {
        assertThat(byName.keySet()).filteredOn(name -> !name.endsWith(".dlq"))
                .allSatisfy(name -> assertThat(byName).containsKey(Topics.deadLetter(name)));
    }

    @Test
    void modelsAndSettingsAreKeptForGoodAndImagesForTheReplayWindow() {
        assertThat(byName.get(Topics.LINES_CONFIGURED).configs()).containsEntry("cleanup.policy", "compact");
        assertThat(byName.get(Topics.MODELS_TRAINED).configs()).containsEntry("cleanup.policy", "compact");
        assertThat(byName.get(Topics.AUDIT_HEADS).configs()).containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "-1");
        assertThat(byName.get(Topics.IMAGES_CAPTURED).configs()).containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "1209600000");
    }

    @Test
    void everyTopicTakesALargeModel() {
        assertThat(topics)
                .allSatisfy(topic -> assertThat(topic.configs()).containsEntry("max.message.bytes", "67108864"));
    }
}
