package io.crossline.service.security;

import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.crossline.identity.TokenSigner;
import io.crossline.service.problem.Problems;
import io.quarkus.security.identity.SecurityIdentity;

/** Keeps the token of a line to that line: on every path, {@code {line}} must be the token's. */
public class LineTokenFilter {

    private final SecurityIdentity identity;

    LineTokenFilter(SecurityIdentity identity) {
        this.identity = identity;
    }

    @ServerRequestFilter
    public void check(UriInfo request) {
        String own = identity.getPrincipal() instanceof JsonWebToken token
                ? token.getClaim(TokenSigner.LINE_CLAIM)
                : null;
        if (own != null && !own.equals(request.getPathParameters().getFirst("line"))) {
            throw Problems.of(Status.FORBIDDEN, "The token is for line '" + own + "' only").with("field", "line")
                    .build();
        }
    }
}
