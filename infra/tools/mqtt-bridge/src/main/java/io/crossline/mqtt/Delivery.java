package io.crossline.mqtt;

import java.time.Duration;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.client.api.ClientMultipartForm;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.InvalidFieldException;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/** Posts a picture until the ingest service has taken or refused it. */
@ApplicationScoped
class Delivery {

    private static final Logger LOG = Logger.getLogger(Delivery.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** Of the client errors, those that say nothing of the picture: no access, another service at the address, too much at once. */
    private static final Set<Integer> NOT_OF_THE_PICTURE = Set.of(401, 403, 404, 405, 407, 408, 429);

    private final IngestClient ingest;
    private final BridgeConfig config;
    private final MeterRegistry meters;

    Delivery(@RestClient IngestClient ingest, BridgeConfig config, MeterRegistry meters) {
        this.ingest = ingest;
        this.config = config;
        this.meters = meters;
    }

    /** @param capturedAt as a text that the ingest service reads */
    record Picture(String topic, String line, String partId, String capturedAt, Buffer content) {}

    /** Done once there is an answer; fails never. */
    Uni<Void> deliver(Picture picture) {
        try {
            BatchOrigin.requireLineName(picture.line());
        } catch (InvalidFieldException e) {
            refused(picture.topic(), e.getMessage());
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom().deferred(() -> ingest.upload(picture.line(), form(picture)))
                .onItem().transformToUni(response -> answered(picture, response))
                .onFailure().invoke(e -> LOG.warnf("%s waits for the ingest service: %s", picture.topic(),
                        e.getMessage()))
                .onFailure().retry().withBackOff(config.retryPause(), LONGEST_PAUSE).indefinitely();
    }

    private static ClientMultipartForm form(Picture picture) {
        ClientMultipartForm form = ClientMultipartForm.create().binaryFileUpload("image", picture.topic(),
                picture.content(), MediaType.APPLICATION_OCTET_STREAM);
        if (picture.partId() != null) {
            form.attribute("partId", picture.partId(), null);
        }
        return form.attribute("capturedAt", picture.capturedAt(), null);
    }

    private Uni<Void> answered(Picture picture, Response response) {
        int status = response.getStatus();
        String answer = response.hasEntity() ? response.readEntity(String.class) : "";
        if (status < 300) {
            meters.counter("crossline.mqtt.pictures", "result", "taken").increment();
            return Uni.createFrom().voidItem();
        }
        if (status >= 400 && status < 500 && !NOT_OF_THE_PICTURE.contains(status)) {
            refused(picture.topic(), "HTTP " + status + " " + answer);
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom().failure(new IllegalStateException("HTTP " + status + " " + answer));
    }

    /** A picture that is not sent on. */
    void refused(String topic, String reason) {
        LOG.warnf("%s is refused: %s", topic, reason);
        meters.counter("crossline.mqtt.pictures", "result", "refused").increment();
    }
}
