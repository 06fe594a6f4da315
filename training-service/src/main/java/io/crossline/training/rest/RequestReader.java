package io.crossline.training.rest;

import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Json;
import io.crossline.training.rest.Problems.Violation;

/** Reads a request's JSON, so that every fault names its field by its path, whoever found it. */
@ApplicationScoped
class RequestReader {

    private final Validator validator;

    @Inject
    RequestReader(Validator validator) {
        this.validator = validator;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem naming the fields at fault */
    <T> T read(String body, Class<T> type) {
        T request = parse(body == null ? "" : body, type);
        List<Violation> violations = validator.validate(request).stream()
                .map(found -> new Violation(found.getPropertyPath().toString().replaceAll("\\.<[^>]*>", ""),
                        found.getMessage()))
                .sorted(Comparator.comparing(Violation::field)).toList();
        if (!violations.isEmpty()) {
            throw Problems.invalid(violations);
        }
        return request;
    }

    private static <T> T parse(String body, Class<T> type) {
        try {
            T request = Json.mapper().readValue(body, type);
            if (request == null) {
                throw Problems.invalid("body", "must not be null");
            }
            return request;
        } catch (JsonMappingException e) {
            throw invalid(e);
        } catch (JsonProcessingException e) {
            throw Problems.invalid("body", "is no JSON: " + e.getOriginalMessage());
        }
    }

    /** A value of the wrong type, or one that a record of the contract refuses. */
    private static RuntimeException invalid(JsonMappingException e) {
        String path = path(e);
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidFieldException refused) {
                return Problems.invalid(join(path, refused.field()), withoutField(refused));
            }
        }
        return Problems.invalid(path.isEmpty() ? "body" : path, "cannot be read: " + e.getOriginalMessage());
    }

    private static String withoutField(InvalidFieldException refused) {
        String prefix = refused.field() + " ";
        String message = refused.getMessage();
        return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }

    /** An enumeration's field is named by the enumeration itself: the path says it better. */
    private static String join(String path, String field) {
        if (path.isEmpty()) {
            return field;
        }
        boolean isNamed = path.equals(field) || path.endsWith("." + field) || path.endsWith("]") && !field.contains(".")
                && path.startsWith(field);
        return isNamed ? path : path + "." + field;
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
