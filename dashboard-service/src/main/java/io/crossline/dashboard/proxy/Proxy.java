package io.crossline.dashboard.proxy;

import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.crossline.contracts.Json;
import io.crossline.dashboard.DashboardConfig;
import io.crossline.dashboard.upstream.Upstream;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/** Sends what {@link Forwards} allows to its service and the answer back: status, JSON or picture, or one clear problem. */
@ApplicationScoped
public class Proxy {

    /** The largest request names a few thousand images. */
    private static final int MOST_SENT = 1 << 20;
    private static final int MOST_ANSWERED = 64 << 20;
    private static final int CONNECT_MILLIS = 1000;
    private static final int TOO_LARGE = 413;
    private static final int BAD_GATEWAY = 502;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final DashboardConfig config;
    private final Upstream upstream;
    private final HttpClient client;

    Proxy(DashboardConfig config, Upstream upstream, Vertx vertx) {
        this.config = config;
        this.upstream = upstream;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setMaxPoolSize(64)
                        .setDecompressionSupported(true));
    }

    private record Answer(int status, String type, Buffer body) {}

    void routes(@Observes Router router) {
        for (Forward forward : Forwards.ALL) {
            Route route = router.route(forward.method(), forward.path());
            if (forward.hasBody()) {
                route.handler(BodyHandler.create(false).setBodyLimit(MOST_SENT));
            }
            route.handler(context -> pass(forward, context)).failureHandler(this::failed);
        }
    }

    private void pass(Forward forward, RoutingContext context) {
        ForwardRequest request = ForwardRequest.of(forward, context);
        ask(forward, request).timeout(config.dashboard().answerTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .onSuccess(answer -> reply(forward, context, answer))
                .onFailure(failure -> problem(context, ProblemJson
                        .of(SERVICE_UNAVAILABLE, "A service is down", upstream.silence(forward.service(), failure))
                        .put("service", forward.service().id())));
    }

    private Future<Answer> ask(Forward forward, ForwardRequest request) {
        String base = forward.service().address(config).toString().replaceAll("/+$", "");
        return client.request(new RequestOptions().setMethod(forward.method()).setAbsoluteURI(base + request.path())
                .putHeader(HttpHeaders.ACCEPT, "application/json, image/*"))
                .compose(asked -> send(asked, request.body()).compose(answer -> read(asked, answer)));
    }

    private static Future<HttpClientResponse> send(HttpClientRequest request, Buffer body) {
        return body == null
                ? request.send()
                : request.putHeader(HttpHeaders.CONTENT_TYPE, "application/json").send(body);
    }

    private static Future<Answer> read(HttpClientRequest request, HttpClientResponse answer) {
        Promise<Answer> read = Promise.promise();
        Buffer body = Buffer.buffer();
        answer.handler(part -> {
            body.appendBuffer(part);
            if (body.length() > MOST_ANSWERED) {
                request.reset();
                read.tryFail(new IllegalStateException("the answer is larger than %d bytes".formatted(MOST_ANSWERED)));
            }
        }).exceptionHandler(read::tryFail).endHandler(end -> read
                .tryComplete(new Answer(answer.statusCode(), answer.getHeader(HttpHeaders.CONTENT_TYPE), body)));
        return read.future();
    }

    private static void reply(Forward forward, RoutingContext context, Answer answer) {
        if (answer.status() >= 200 && answer.status() < 300) {
            boolean picture = answer.type() != null && answer.type().startsWith("image/");
            boolean json = answer.type() != null && answer.type().startsWith("application/json");
            // never kept by a browser: the same address shows other pictures later
            HttpServerResponse response = context.response().setStatusCode(answer.status())
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            if (picture) {
                response.putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
            }
            if (picture || json) {
                response.putHeader(HttpHeaders.CONTENT_TYPE, answer.type()).end(answer.body());
            } else {
                response.end();
            }
        } else if (answer.status() >= 400 && answer.status() < 500) {
            problem(context, ProblemJson.refusal(forward.service(), answer.status(), answer.body().getBytes()));
        } else {
            String words = ProblemJson.words(answer.body().getBytes());
            problem(context, ProblemJson.of(BAD_GATEWAY, "A service failed",
                    "%s-service answers with status %d%s".formatted(forward.service().id(), answer.status(),
                            words.isEmpty() ? "." : ": " + words))
                    .put("service", forward.service().id()));
        }
    }

    private void failed(RoutingContext context) {
        if (context.failure() instanceof HttpProblem refused) {
            problem(context, ProblemJson.of(refused));
        } else if (context.statusCode() == TOO_LARGE) {
            problem(context, ProblemJson.of(TOO_LARGE, "Request Entity Too Large",
                    "The body is larger than %d bytes.".formatted(MOST_SENT)));
        } else {
            context.next();
        }
    }

    private static void problem(RoutingContext context, ObjectNode problem) {
        context.response().setStatusCode(problem.path("status").asInt())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store").end(Buffer.buffer(Json.encode(problem)));
    }
}
