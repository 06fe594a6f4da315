package io.crossline.service.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Json;

class JsonFaultTest {

    record Range(long from, long to) {

        Range {
            if (to < from) {
                throw new InvalidFieldException("to", "is before from");
            }
        }
    }

    record Request(String line, List<Range> ranges) {}

    /** Given a value of the wrong type, when the JSON is read, then the fault has the path of the value. */
    @Test
    void wrongTypesHaveAPath() {
        Violation violation = violation(
                "{\"line\":\"a\",\"ranges\":[{\"from\":1,\"to\":2},{\"from\":\"x\",\"to\":2}]}");

        assertThat(violation.field()).isEqualTo("ranges[1].from");
        assertThat(violation.message()).startsWith("cannot be read: ");
    }

    /** Given a value that a record rejects, when the JSON is read, then the fault has the record's own words. */
    @Test
    void rejectedValuesHaveTheRecordsMessage() {
        Violation violation = violation("{\"line\":\"a\",\"ranges\":[{\"from\":3,\"to\":2}]}");

        assertThat(violation).isEqualTo(new Violation("ranges[0].to", "is before from"));
    }

    /** Given text that is not JSON, when it is read, then the body is at fault. */
    @Test
    void textThatIsNotJson() {
        Violation violation = violation("{line");

        assertThat(violation.field()).isEqualTo("body");
        assertThat(violation.message()).startsWith("is not JSON: ");
    }

    /** Given an array where an object is expected, when it is read, then the body is at fault. */
    @Test
    void anotherStructure() {
        assertThat(violation("[1]").field()).isEqualTo("body");
    }

    private static Violation violation(String json) {
        return JsonFault.violation(catchThrowableOfType(JsonProcessingException.class,
                () -> Json.mapper().readValue(json, Request.class)));
    }
}
