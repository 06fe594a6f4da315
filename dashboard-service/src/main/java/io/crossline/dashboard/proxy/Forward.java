package io.crossline.dashboard.proxy;

import java.util.List;

import io.crossline.dashboard.upstream.Service;
import io.vertx.core.http.HttpMethod;

/**
 * One kind of request that is passed on.
 *
 * @param path of this service, with {@code :name} for each parameter in it
 * @param target path of the other service, with the same parameters
 * @param places what the parameters of the path may be
 * @param query what the query may hold; anything else in it is left out
 */
public record Forward(HttpMethod method, String path, Service service, String target, List<Parameter> places,
        List<Parameter> query) {

    boolean hasBody() {
        return method != HttpMethod.GET && method != HttpMethod.DELETE;
    }

    Forward asking(Parameter... allowed) {
        return new Forward(method, path, service, target, places, List.of(allowed));
    }
}
