package io.crossline.service.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import io.crossline.contracts.InvalidFieldException;

/** A value that breaks a contract becomes a 400 that names the field. */
@Provider
public class InvalidFieldMapper implements ExceptionMapper<InvalidFieldException> {

    @Override
    public Response toResponse(InvalidFieldException exception) {
        return Problems.invalid(exception).toResponse();
    }
}
