package io.crossline.service.problem;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;

/** Gives what the framework finds wrong with a request the form of {@link Problems}. */
@ApplicationScoped
public class RequestFaults implements ProblemPostProcessor {

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (context.cause instanceof ConstraintViolationException fault) {
            return Problems.invalid(ConstraintFault.violations(fault));
        }
        JsonProcessingException fault = json(context.cause);
        return fault == null ? problem : Problems.invalid(List.of(JsonFault.violation(fault)));
    }

    /** The framework wraps some faults of a body in an exception of its own. */
    private static JsonProcessingException json(Throwable cause) {
        Throwable fault = cause instanceof WebApplicationException ? cause.getCause() : cause;
        return fault instanceof JsonProcessingException json ? json : null;
    }
}
