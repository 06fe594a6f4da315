package io.crossline.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpServer;

import io.crossline.local.chaos.ImageUpload.Answer;

class ImageUploadTest {

    private HttpServer server;
    private ImageUpload upload;
    private String received;
    private int status;
    private String answer = "";

    @BeforeEach
    void anIngestService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/lines/line-a/images", exchange -> {
            received = exchange.getRequestHeaders().getFirst("Content-Type") + "\n"
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        upload = new ImageUpload(URI.create("http://localhost:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aFileThatIsTakenHasAPlace() throws Exception {
        status = 200;
        answer = "[{\"file\":\"part.png\",\"accepted\":true,\"partition\":3,\"offset\":41}]";

        assertThat(upload.upload("line-a", "part.png", "picture".getBytes(StandardCharsets.UTF_8)).place())
                .contains(new Place(3, 41));
        assertThat(received).startsWith("multipart/form-data; boundary=")
                .contains("name=\"image\"; filename=\"part.png\"", "\r\n\r\npicture\r\n--");
    }

    @Test
    void refusedAndUnansweredAreToldApart() throws Exception {
        status = 400;
        assertThat(upload.upload("line-a", "bad.png", new byte[0]).answer()).isEqualTo(Answer.REFUSED);
        status = 503;
        assertThat(upload.upload("line-a", "bad.png", new byte[0]).answer()).isEqualTo(Answer.NONE);
        server.stop(0);
        assertThat(upload.upload("line-a", "bad.png", new byte[0]).answer()).isEqualTo(Answer.NONE);
    }
}
