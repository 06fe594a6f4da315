package io.crossline.dashboard.proxy;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.contracts.Json;
import io.crossline.service.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** What is sent to a service in place of a request of the page: only checked values, and JSON that was read. */
record ForwardRequest(String path, Buffer body) {

    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem if a value cannot be one, or the body is no JSON */
    static ForwardRequest of(Forward forward, RoutingContext context) {
        String path = forward.target();
        for (Parameter place : forward.places()) {
            path = path.replace(":" + place.name(), checked(place, context.pathParam(place.name())));
        }
        List<String> query = new ArrayList<>();
        for (Parameter allowed : forward.query()) {
            List<String> given = context.queryParam(allowed.name());
            String value = given.isEmpty() ? allowed.otherwise() : checked(allowed, given.get(0));
            if (value != null) {
                query.add(allowed.name() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            } else if (allowed.required()) {
                throw Problems.invalid(allowed.name(), "is missing, expected " + allowed.expected());
            }
        }
        return new ForwardRequest(query.isEmpty() ? path : path + "?" + String.join("&", query),
                forward.hasBody() ? json(context) : null);
    }

    private static String checked(Parameter parameter, String value) {
        parameter.fault(value).ifPresent(fault -> {
            throw Problems.invalid(parameter.name(), fault);
        });
        return value;
    }

    private static Buffer json(RoutingContext context) {
        String type = context.request().getHeader("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            throw HttpProblem.builder().withStatus(UNSUPPORTED_MEDIA_TYPE).withTitle("Unsupported Media Type")
                    .withDetail("The body is of type '%s', expected application/json.".formatted(type)).build();
        }
        Buffer sent = context.body().buffer();
        try {
            JsonNode document = sent == null ? null : Json.mapper().readTree(sent.getBytes());
            if (document == null || !document.isContainerNode()) {
                throw Problems.invalid("body", "is empty, expected a JSON object");
            }
            return Buffer.buffer(Json.mapper().writeValueAsBytes(document));
        } catch (IOException e) {
            throw Problems.invalid("body", "is no JSON");
        }
    }
}
