package io.crossline.ingest.rest;

import java.util.stream.Collectors;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** JSON of another structure than expected becomes a 400 that names the field. */
@Provider
class MismatchedJsonMapper implements ExceptionMapper<MismatchedInputException> {

    @Override
    public Response toResponse(MismatchedInputException exception) {
        String path = exception.getPath().stream().map(Reference::getFieldName)
                .map(name -> name == null ? "[]" : name).collect(Collectors.joining("."));
        String field = path.isEmpty() ? "body" : path;
        return Problems.badRequest(field, field + " has the wrong form: " + exception.getOriginalMessage())
                .toResponse();
    }
}
