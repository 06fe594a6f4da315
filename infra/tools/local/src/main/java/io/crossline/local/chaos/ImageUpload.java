package io.crossline.local.chaos;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.contracts.Json;

/** Uploads a file to a line over REST, as a form in a browser does. */
final class ImageUpload {

    /** What the ingest service said. */
    enum Answer {
        TAKEN, REFUSED, NONE
    }

    /**
     * @param place where its batch is, when it was taken
     */
    record Result(Answer answer, Optional<Place> place) {}

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String BOUNDARY = "crossline-chaos-7d1f";
    private static final int BAD_REQUEST = 400;

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI ingest;

    ImageUpload(URI ingest) {
        this.ingest = ingest;
    }

    Result upload(String line, String fileName, byte[] file) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(ingest.resolve("/lines/" + line + "/images")).timeout(TIMEOUT)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(form(fileName, file))).build();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() == 200) {
                JsonNode result = Json.mapper().readTree(response.body()).path(0);
                return new Result(Answer.TAKEN,
                        Optional.of(new Place(result.path("partition").asInt(), result.path("offset").asLong())));
            }
            return new Result(response.statusCode() == BAD_REQUEST ? Answer.REFUSED : Answer.NONE, Optional.empty());
        } catch (IOException e) {
            return new Result(Answer.NONE, Optional.empty());
        }
    }

    private static byte[] form(String fileName, byte[] file) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes("""
                --%s\r
                Content-Disposition: form-data; name="image"; filename="%s"\r
                Content-Type: image/png\r
                \r
                """.formatted(BOUNDARY, fileName).getBytes(StandardCharsets.UTF_8));
        form.writeBytes(file);
        form.writeBytes("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }
}
