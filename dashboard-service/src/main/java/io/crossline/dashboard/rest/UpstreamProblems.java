package io.crossline.dashboard.rest;

import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.crossline.dashboard.upstream.UpstreamException;
import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * Says in problem JSON which service did not deliver: 404 when it has no such document, its own status when it refuses, 503
 * when it is down, else 502.
 */
class UpstreamProblems {

    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int BAD_GATEWAY = 502;
    private static final int NOT_FOUND = 404;

    @ServerExceptionMapper
    Response map(UpstreamException failure) {
        return HttpProblem.builder().withStatus(status(failure)).withTitle(title(failure))
                .withDetail(failure.getMessage()).with("service", failure.service().id()).build().toResponse();
    }

    private static int status(UpstreamException failure) {
        return switch (failure.kind()) {
            case DOWN -> SERVICE_UNAVAILABLE;
            case MISSING -> NOT_FOUND;
            case REFUSED -> failure.status();
            case BROKEN -> BAD_GATEWAY;
        };
    }

    private static String title(UpstreamException failure) {
        return switch (failure.kind()) {
            case DOWN -> "A service is down";
            case MISSING -> "Not there";
            case REFUSED -> "Refused";
            case BROKEN -> "A service failed";
        };
    }
}
