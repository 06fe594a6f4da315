package io.crossline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.contracts.Json;
import io.crossline.local.UserError;

class CommonClassesTest {

    private static final DemoJob JOB = new DemoJob(new ImageSpec("folder:a", "folder:a", "a"),
            new ImageSpec("folder:b", "folder:b", "b"), DemoJob.methods("source"), "quick", 3, null, LineSettings.NONE,
            null);

    @Test
    void anotherOrderAndNoLabelsNeedNoWord() {
        assertThat(note(List.of("dent", "good"))).isEmpty();
        assertThat(note(List.of())).isEmpty();
    }

    @Test
    void aClassLessAndAnotherSpellingAreSaidBeforeTraining() {
        assertThat(note(List.of("dent"))).isEqualTo(
                "The target lacks 'good'. Accuracy on the target is measured on its images of 'dent'.");
        assertThat(note(List.of("Good", "dent"))).contains("'Good' is likely to mean 'good'");
    }

    @Test
    void noCommonClassIsRefused() {
        assertThatThrownBy(() -> note(List.of("eins"))).isInstanceOf(UserError.class).hasMessage(
                "folder:a has the classes [good, dent], folder:b has [eins]: none is common to both. "
                        + "Class names are compared letter by letter.");
    }

    private static String note(List<String> target) {
        return CommonClasses.note(JOB, new Ingestions.Result(ingestion(List.of("good", "dent")), ingestion(target)))
                .orElse("");
    }

    private static JsonNode ingestion(List<String> classNames) {
        return Json.mapper().valueToTree(Map.of("classNames", classNames));
    }
}
