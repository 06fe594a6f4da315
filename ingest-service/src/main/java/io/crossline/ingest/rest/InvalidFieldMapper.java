package io.crossline.ingest.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import io.crossline.contracts.InvalidFieldException;

/** A value that breaks the contract becomes a 400 that names the field. */
@Provider
class InvalidFieldMapper implements ExceptionMapper<InvalidFieldException> {

    @Override
    public Response toResponse(InvalidFieldException exception) {
        return Problems.badRequest(exception.field(), exception.getMessage()).toResponse();
    }
}
