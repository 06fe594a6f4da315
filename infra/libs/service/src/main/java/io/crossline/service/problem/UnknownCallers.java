package io.crossline.service.problem;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;

/**
 * Answers callers whom the service does not know with status 401. The mappers of the library for problem JSON do the same, but
 * the version in use calls a field that this version of Quarkus does not have.
 */
public class UnknownCallers {

    private static final int BEFORE_THE_LIBRARY = Priorities.USER - 100;

    @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
    public Response unknown(UnauthorizedException exception) {
        return unauthorized("The request has no identity, expected the header Authorization: Bearer TOKEN");
    }

    @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
    public Response failed(AuthenticationFailedException exception) {
        return unauthorized("The token is not valid here: it is expired, revoked, or of another issuer");
    }

    private static Response unauthorized(String detail) {
        return Problems.of(Status.UNAUTHORIZED, detail).withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build()
                .toResponse();
    }
}
