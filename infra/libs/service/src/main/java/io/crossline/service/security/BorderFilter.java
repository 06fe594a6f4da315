package io.crossline.service.security;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.crossline.contracts.Json;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Rejects requests that a page of another site makes a browser send. The header {@code Host} must be one of the service's own
 * names, so that a foreign name that points to this machine is of no use (DNS rebinding), and {@code Origin}, where a browser
 * sends it, must be the same host. It holds for resources, files and web sockets. Health checks may use any host, because
 * orchestrators call a container by its address.
 */
@ApplicationScoped
public class BorderFilter {

    /** Before authentication (200) and CORS (300). */
    private static final int PRIORITY = 400;
    private static final int FORBIDDEN = 403;

    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

    /** Empty where every name is allowed. */
    private final Set<String> hosts;

    BorderFilter(SecurityConfig config, @ConfigProperty(name = "quarkus.http.host") String address) {
        List<String> otherwise = StartGuard.isLoopback(address) ? THIS_MACHINE : List.of();
        this.hosts = config.hosts().orElse(otherwise).stream().map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    void check(RoutingContext context) {
        String host = host(context.request());
        if (!context.normalizedPath().startsWith("/q/health") && !isOwn(host)) {
            reject(context, "The header Host is '" + host + "', expected one of " + hosts
                    + ". Set crossline.security.hosts to the names under which this service is called");
        } else if (!isSameOrigin(context.request().getHeader(HttpHeaders.ORIGIN), host)) {
            reject(context, "Only pages of this service's own address may call it from a browser");
        } else {
            context.next();
        }
    }

    /** The header Host, or what HTTP/2 has in its place. */
    private static String host(HttpServerRequest request) {
        return request.authority() == null ? null : request.authority().toString();
    }

    private boolean isOwn(String host) {
        return hosts.isEmpty()
                || host != null && hosts.contains(host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT));
    }

    /** Programs send no origin and pass. */
    static boolean isSameOrigin(String origin, String host) {
        if (origin == null) {
            return true;
        }
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static void reject(RoutingContext context, String detail) {
        byte[] problem = Json.encode(Map.of("status", FORBIDDEN, "title", "Forbidden", "detail", detail + "."));
        context.response().setStatusCode(FORBIDDEN).putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(Buffer.buffer(problem));
    }
}
