package io.crossline.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.crossline.contracts.InvalidFieldException;

class TopicPatternTest {

    @Test
    void levelsSayWhichPictureItIs() {
        TopicPattern pattern = TopicPattern.parse("plant/+/{line}/{partId}/{capturedAt}");

        assertThat(pattern.filter()).isEqualTo("plant/+/+/+/+");
        assertThat(pattern.names("plant/hall 2/line-b/P 1/20260102T030405Z"))
                .contains(new TopicPattern.Names("line-b", "P 1", "20260102T030405Z"));
        assertThat(TopicPattern.parse("{line}").names("line-b"))
                .contains(new TopicPattern.Names("line-b", null, null));
        assertThat(pattern.names("cameras/hall 2/line-b/P 1/x")).isEmpty();
        assertThat(pattern.names("plant/hall 2/line-b")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cameras", "cameras/{line}/{line}", "cameras/{line}/#", "cameras/{line}/x{partId}",
            "cameras/{line}/{part}"})
    void anotherPatternIsRefused(String text) {
        assertThatThrownBy(() -> TopicPattern.parse(text)).isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("crossline.mqtt.topic is '" + text + "', expected levels such as");
    }
}
