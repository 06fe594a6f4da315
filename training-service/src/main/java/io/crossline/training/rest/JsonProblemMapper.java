package io.crossline.training.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.databind.JsonMappingException;

import io.crossline.contracts.InvalidFieldException;

/** Turns JSON that is no request, or whose values a contract record refuses, into a problem with the path of the field. */
@Provider
@Priority(Priorities.USER)
public class JsonProblemMapper implements ExceptionMapper<JsonMappingException> {

    @Override
    public Response toResponse(JsonMappingException exception) {
        String path = path(exception);
        for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidFieldException invalid) {
                String field = path.endsWith(invalid.field()) || path.isEmpty() && invalid.field().isEmpty()
                        ? path
                        : join(path, invalid.field());
                String message = invalid.getMessage().startsWith(invalid.field() + " ")
                        ? invalid.getMessage().substring(invalid.field().length() + 1)
                        : invalid.getMessage();
                return Problems.invalid(field, message).toResponse();
            }
        }
        return Problems.invalid(path.isEmpty() ? "body" : path, "cannot be read: " + exception.getOriginalMessage())
                .toResponse();
    }

    private static String join(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private static String path(JsonMappingException exception) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : exception.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
