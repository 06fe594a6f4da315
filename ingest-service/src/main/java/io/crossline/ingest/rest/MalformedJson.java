package io.crossline.ingest.rest;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;

/** Says what is wrong with a body that is no JSON; the framework alone would only say that something is. */
@ApplicationScoped
class MalformedJson implements ProblemPostProcessor {

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        return context.cause != null && context.cause.getCause() instanceof JsonProcessingException malformed
                ? HttpProblem.builder(problem).withDetail("body is no JSON: " + malformed.getOriginalMessage())
                        .with("field", "body").build()
                : problem;
    }
}
