package io.crossline.service.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;

import io.crossline.contracts.InvalidFieldException;

/** What is wrong with the JSON of a request, with the path of the field at fault. */
final class JsonFault {

    private JsonFault() {}

    static Violation violation(JsonProcessingException fault) {
        return fault instanceof JsonMappingException mapping
                ? ofValue(mapping)
                : new Violation("body", "is not JSON: " + fault.getOriginalMessage());
    }

    /** A value of the wrong type, or one that a record of the contract rejects. */
    private static Violation ofValue(JsonMappingException fault) {
        String path = path(fault);
        for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidFieldException rejected) {
                return new Violation(join(path, rejected.field()), Problems.withoutField(rejected));
            }
        }
        return new Violation(path.isEmpty() ? "body" : path, "cannot be read: " + fault.getOriginalMessage());
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

    private static String path(JsonMappingException fault) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : fault.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
