package io.crossline.dashboard.proxy;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.crossline.contracts.Json;
import io.crossline.dashboard.upstream.Service;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Problem documents (RFC 9457) of this service, and those of the others with the name of who refused. */
final class ProblemJson {

    private ProblemJson() {}

    static ObjectNode of(HttpProblem problem) {
        ObjectNode document = of(problem.getStatusCode(), problem.getTitle(), problem.getDetail());
        problem.getParameters().forEach((name, value) -> document.set(name, Json.mapper().valueToTree(value)));
        return document;
    }

    static ObjectNode of(int status, String title, String detail) {
        return JsonNodeFactory.instance.objectNode().put("status", status).put("title", title).put("detail", detail);
    }

    /** A service's refusal: its own document with what a page needs filled in, whatever the body is. */
    static ObjectNode refusal(Service service, int status, byte[] body) {
        ObjectNode document = object(body);
        if (document.path("detail").asText().isBlank()) {
            document.put("detail", detail(service, status, document));
        }
        if (!document.hasNonNull("title")) {
            document.put("title", "Refused");
        }
        return document.put("status", status).put("service", service.id());
    }

    /** What a service says of an error of its own, or nothing. */
    static String words(byte[] body) {
        ObjectNode document = object(body);
        return document.path("detail").asText(document.path("title").asText(""));
    }

    private static String detail(Service service, int status, JsonNode document) {
        String fields = StreamSupport.stream(document.path("violations").spliterator(), false)
                .map(violation -> lastOf(violation.path("field").asText()) + " " + violation.path("message").asText())
                .collect(Collectors.joining("; "));
        return fields.isEmpty() ? "%s-service answers with status %d.".formatted(service.id(), status) : fields + ".";
    }

    /** A field may be named with the method that has it: promote.request.by. */
    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static ObjectNode object(byte[] body) {
        try {
            return Json.mapper().readTree(body) instanceof ObjectNode document
                    ? document
                    : JsonNodeFactory.instance.objectNode();
        } catch (IOException notJson) {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
