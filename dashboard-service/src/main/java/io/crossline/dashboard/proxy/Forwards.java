package io.crossline.dashboard.proxy;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.crossline.contracts.ImagePart;
import io.crossline.dashboard.upstream.Service;
import io.vertx.core.http.HttpMethod;

/** All requests that are passed on, and to where. Nothing else reaches a service through this one. */
public final class Forwards {

    private static final int MOST = 1000;
    private static final int MOST_PICTURES = 100;
    private static final int MOST_ON_A_SHEET = 64;
    /** A part has an image or a few. */
    private static final int IMAGES_OF_A_PART = 20;

    private static final Map<String, Parameter> PLACES = Map.of(":line", Parameter.name("line"), ":version",
            Parameter.name("version"), ":id", Parameter.id("id"), ":picture", Parameter.number("picture"), ":partition",
            Parameter.number("partition"), ":offset", Parameter.number("offset"), ":image", Parameter.number("image"));
    private static final Pattern SLASH = Pattern.compile("/");

    private static final String LINE = "/api/serving/:line";
    private static final String THERE = "/lines/:line";

    public static final List<Forward> ALL = List.of(
            to(Service.INGEST, GET, "/api/ingestions", "/ingestions"),
            to(Service.INGEST, GET, "/api/lines/:line/preview", THERE + "/preview")
                    .asking(Parameter.count("count", 12, 1, MOST_ON_A_SHEET)),
            to(Service.INGEST, PUT, "/api/lines/:line/pictures", THERE),
            to(Service.INGEST, GET, "/api/lines/:line/pictures/:picture/sent", THERE + "/pictures/:picture/sent"),
            to(Service.INGEST, GET, "/api/lines/:line/pictures/:picture/seen", THERE + "/pictures/:picture/seen"),

            to(Service.TRAINING, POST, "/api/adaptations", "/adaptations"),
            to(Service.TRAINING, GET, "/api/jobs/:id", "/jobs/:id"),
            to(Service.TRAINING, DELETE, "/api/jobs/:id", "/jobs/:id"),

            to(Service.TRANSLATION, GET, "/api/generators/:version/gallery", "/generators/:version/gallery"),

            to(Service.EVALUATION, GET, "/api/evaluations", "/evaluations")
                    .asking(Parameter.count("limit", 100, 1, MOST)),
            to(Service.EVALUATION, GET, "/api/evaluations/:version", "/evaluations/:version"),
            to(Service.EVALUATION, GET, "/api/evaluations/:version/projection", "/evaluations/:version/projection"),
            to(Service.EVALUATION, GET, "/api/audit", "/audit").asking(Parameter.name("line"),
                    Parameter.count("limit", 100, 1, MOST)),
            to(Service.EVALUATION, GET, "/api/audit/verification", "/audit/verification"),

            to(Service.EVALUATION, GET, LINE, THERE),
            to(Service.EVALUATION, GET, LINE + "/settings", THERE + "/settings"),
            to(Service.EVALUATION, PUT, LINE + "/settings", THERE + "/settings"),
            to(Service.EVALUATION, GET, LINE + "/mix", THERE + "/mix"),
            to(Service.EVALUATION, GET, LINE + "/windows", THERE + "/windows")
                    .asking(Parameter.count("limit", 100, 1, MOST)),
            to(Service.EVALUATION, GET, LINE + "/cycles", THERE + "/cycles")
                    .asking(Parameter.count("limit", 50, 1, MOST)),
            to(Service.EVALUATION, POST, LINE + "/cycles", THERE + "/cycles"),
            to(Service.EVALUATION, GET, LINE + "/served", THERE + "/serving").asking(Parameter.instant("at")),
            to(Service.EVALUATION, PUT, LINE + "/champion", THERE + "/champion"),
            to(Service.EVALUATION, POST, LINE + "/rollback", THERE + "/rollback"),
            to(Service.EVALUATION, PUT, LINE + "/loop", THERE + "/loop"),
            to(Service.EVALUATION, PUT, LINE + "/compared", THERE + "/compared"),
            to(Service.EVALUATION, GET, LINE + "/examples/then", THERE + "/examples/then"),
            to(Service.EVALUATION, GET, LINE + "/examples/now", THERE + "/examples/now")
                    .asking(Parameter.count("count", 12, 1, MOST_ON_A_SHEET)),
            to(Service.EVALUATION, GET, LINE + "/parts", THERE + "/predictions").asking(
                    Parameter.text("partId", ImagePart.LONGEST_PART_ID),
                    Parameter.always("limit", IMAGES_OF_A_PART)),
            to(Service.EVALUATION, GET, LINE + "/pictures/:partition/:offset/:image",
                    THERE + "/pictures/:partition/:offset/:image"),
            to(Service.EVALUATION, GET, LINE + "/labels", THERE + "/labels"),
            to(Service.EVALUATION, POST, LINE + "/labels", THERE + "/labels"),
            to(Service.EVALUATION, GET, LINE + "/labels/queue", THERE + "/label-queue")
                    .asking(Parameter.count("limit", 20, 1, MOST_PICTURES)),
            to(Service.EVALUATION, GET, LINE + "/unknown", THERE + "/unknown")
                    .asking(Parameter.count("pictures", 12, 0, MOST_PICTURES)),
            to(Service.EVALUATION, POST, LINE + "/unknown/names", THERE + "/unknown/names"),
            to(Service.EVALUATION, GET, LINE + "/unusable", THERE + "/unusable")
                    .asking(Parameter.count("limit", 12, 0, MOST_PICTURES)));

    private Forwards() {}

    private static Forward to(Service service, HttpMethod method, String path, String target) {
        List<Parameter> places = Stream.of(SLASH.split(path)).filter(PLACES::containsKey).map(PLACES::get).toList();
        return new Forward(method, path, service, target, places, List.of());
    }
}
