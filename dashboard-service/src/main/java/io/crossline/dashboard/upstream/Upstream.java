package io.crossline.dashboard.upstream;

import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.dashboard.DashboardConfig;
import io.crossline.dashboard.upstream.UpstreamException.Kind;
import io.smallrye.mutiny.Uni;

/** Puts a service's failures into words. */
@ApplicationScoped
public class Upstream {

    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    private final DashboardConfig config;

    Upstream(DashboardConfig config) {
        this.config = config;
    }

    /** The same answer; a failure becomes an {@link UpstreamException}. */
    public <T> Uni<T> of(Service service, Uni<T> call) {
        return call.onFailure().transform(failure -> failed(service, failure));
    }

    private UpstreamException failed(Service service, Throwable failure) {
        if (failure instanceof WebApplicationException refused) {
            return answered(service, refused);
        }
        return new UpstreamException(service, silence(service, failure), failure);
    }

    /** Why a service gave no answer, in words. */
    public String silence(Service service, Throwable failure) {
        if (failure instanceof ProcessingException && failure.getCause() instanceof TimeoutException
                || failure instanceof TimeoutException) {
            return "%s-service at %s took too long to answer.".formatted(service.id(), service.address(config));
        }
        return "%s-service does not answer at %s. See `infra/crossline status` and `infra/crossline logs %s`."
                .formatted(service.id(), service.address(config), service.id());
    }

    private static UpstreamException answered(Service service, WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        String detail = detail(refused.getResponse());
        if (status == Response.Status.NOT_FOUND.getStatusCode()) {
            return new UpstreamException(service, Kind.MISSING, status,
                    detail.isEmpty() ? service.id() + "-service has no such document." : detail, refused);
        }
        boolean refusal = status >= CLIENT_ERROR && status < SERVER_ERROR;
        if (refusal && !detail.isEmpty()) {
            return new UpstreamException(service, Kind.REFUSED, status, detail, refused);
        }
        return new UpstreamException(service, refusal ? Kind.REFUSED : Kind.BROKEN, status,
                "%s-service answers with status %d%s".formatted(service.id(),
                        status, detail.isEmpty() ? "." : ": " + detail),
                refused);
    }

    /** The sentence for people in a problem document, or nothing. */
    private static String detail(Response response) {
        try {
            JsonNode problem = response.readEntity(JsonNode.class);
            return problem == null ? "" : sentence(problem);
        } catch (ProcessingException | WebApplicationException | IllegalStateException notJson) {
            return "";
        }
    }

    private static String sentence(JsonNode problem) {
        String fields = StreamSupport.stream(problem.path("violations").spliterator(), false)
                .map(violation -> lastOf(violation.path("field").asText()) + " " + violation.path("message").asText())
                .collect(Collectors.joining("; "));
        return fields.isEmpty()
                ? problem.path("detail").asText(problem.path("title").asText(""))
                : fields + ".";
    }

    /** A field is named with the method that has it: promote.request.by. */
    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
