package io.crossline.dashboard.rest;

import java.net.URI;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.crossline.service.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Lets only the dashboard's own page change something or listen: a browser names the page's origin in a header. */
public final class SameOrigin {

    /** Programs send no origin and pass; a page of another origin does not. */
    public static boolean allows(String origin, String host) {
        return origin == null || host != null && host.equalsIgnoreCase(authority(origin));
    }

    private static String authority(String origin) {
        try {
            return URI.create(origin).getRawAuthority();
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    @ServerRequestFilter(preMatching = true)
    public Response check(HttpHeaders headers) {
        if (allows(headers.getHeaderString("Origin"), headers.getHeaderString(HttpHeaders.HOST))) {
            return null;
        }
        throw refusal();
    }

    /** What a page of another origin is told. */
    public static HttpProblem refusal() {
        return Problems.of(Response.Status.FORBIDDEN, "Only pages of this dashboard may call its API from a browser")
                .build();
    }
}
