package io.crossline.training.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.crossline.contracts.Json;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class RequestIT {

    /** Given a request with one fault, when it is posted, then the problem names the field at fault. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sourceLine       | null                               | sourceLine
            targetLine       | "line a"                           | targetLine
            targetLine       | "request-a"                        | target.train.line
            methods          | []                                 | methods
            methods          | ["magic"]                          | methods[0]
            preset           | "slow"                             | preset
            seed             | "x"                                | seed
            shape            | {"channels":2,"height":2,"width":2}| shape.channels
            shape            | null                               | shape
            classNames       | ["one"]                            | classNames
            classNames       | ["one","one"]                      | classNames
            expectedMix      | "good is common"                   | expectedMix
            expectedMix      | ""                                 | expectedMix
            expectedMix      | "dent=0.1"                         | expectedMix
            expectedMix      | 7                                  | expectedMix
            backbone         | "none.onnx"                        | backbone
            backbone         | 7                                  | backbone
            leftOut          | [{"topic":"t","partition":0,"offset":3,"images":[]}] | leftOut[0].images
            leftOut          | [{"topic":"t","partition":0,"offset":-1,"images":[1]}] | leftOut[0].offset
            leftOut          | [null]                             | leftOut[0]
            source           | null                               | source
            source           | {"train":null}                     | source.train
            target           | {"train":{"line":"request-b","split":"train","ranges":[]}} | target.train.ranges
            target           | {"train":{"line":"request-b","split":"test","ranges":[{"topic":"t","partition":0,"fromOffset":0,"toOffset":1}]}} | target.train.split
            source           | {"train":{"line":"request-a","split":"train","ranges":[{"topic":"t","partition":0,"fromOffset":5,"toOffset":1}]}} | source.train.ranges[0].toOffset
            """)
    void theFieldAtFaultIsNamed(String field, String value, String fault) throws Exception {
        Map<String, Object> request = request();
        request.put(field, Json.mapper().readValue(value, Object.class));

        given().contentType("application/json").body(Json.encode(request)).when().post("/adaptations").then()
                .statusCode(400).contentType("application/problem+json").body("violations.field", hasItems(fault))
                .body("field", equalTo(fault));
    }

    /** Given something that is no JSON, when it is posted, then the problem says so. */
    @Test
    void noJsonIsAProblem() {
        given().contentType("application/json").body("{").when().post("/adaptations").then().statusCode(400)
                .contentType("application/problem+json");
    }

    /** Given ids that nobody knows, when they are asked for, then the answer is 404; one that is no UUID gives 400. */
    @Test
    void unknownIds() {
        given().get("/jobs/" + UUID.randomUUID()).then().statusCode(404).contentType("application/problem+json")
                .body("field", equalTo("id"));
        given().get("/adaptations/" + UUID.randomUUID()).then().statusCode(404);
        given().delete("/jobs/" + UUID.randomUUID()).then().statusCode(404);
        given().get("/jobs/7").then().statusCode(400).body("field", equalTo("id"));
    }

    /** Given the service, when its presets and documents are asked for, then they are there. */
    @Test
    void presetsHealthAndOpenApi() {
        given().get("/presets").then().statusCode(200).body("name", hasItems("quick", "notebook", "adapt"))
                .body("find { it.name == 'notebook' }.methods.coral.hyperparameters.coralWeight", equalTo("500.0"))
                .body("find { it.name == 'notebook' }.largePictures", equalTo(Map.of()))
                .body("find { it.name == 'real' }.largePictures.source.hyperparameters.architecture",
                        equalTo("RESIDUAL_DEEP"));
        given().get("/q/openapi").then().statusCode(200).body(containsString("/adaptations"));
        given().get("/q/metrics").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
    }

    private static Map<String, Object> request() {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("sourceLine", "request-a");
        request.put("targetLine", "request-b");
        request.put("methods", List.of("source"));
        request.put("source", line("request-a"));
        request.put("target", line("request-b"));
        request.put("shape", Map.of("channels", 1, "height", 2, "width", 2));
        request.put("classNames", List.of("good", "hole"));
        return request;
    }

    private static Map<String, Object> line(String line) {
        return Map.of("train", Map.of("line", line, "split", "train", "ranges",
                List.of(Map.of("topic", "images", "partition", 0, "fromOffset", 0, "toOffset", 1))));
    }
}
