package io.crossline.evaluation.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.contracts.Images;
import io.crossline.contracts.Split;
import io.crossline.evaluation.ServedLine;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.crossline.testing.TwoLineImages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** {@code infra/examples/python} beside a real broker and the evaluation service. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class PythonExampleIT {

    private static final Path EXAMPLES = Path.of("../infra/examples/python").toAbsolutePath().normalize();
    private static final int PARTS = 200;

    @TempDir
    Path directory;

    @Test
    void eachPartThatIsSentGetsItsVerdict() throws Exception {
        assumeTrue(run("-c", "import confluent_kafka, fastavro").exitCode() == 0,
                "python3 with confluent-kafka and fastavro is not there");
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            // Given a line that a model serves, and the pictures of 200 parts, half of which are equal
            ServedLine line = new ServedLine(probe);
            String model = line.newModel(5);
            List<String> files = pictures();

            // When they are sent, and sent once more
            List<String> send = Stream.concat(Stream.of("producer.py", line.name()), files.stream()).toList();
            assertThat(run(send).exitCode()).isZero();
            assertThat(run(send).exitCode()).isZero();

            // Then each has its verdict
            Finished joined = run(Stream.concat(Stream.of("consumer.py", line.name()), files.stream()).toList());
            assertThat(joined.exitCode()).as(joined.output()).isZero();
            List<String> verdicts = joined.output().lines().toList();
            assertThat(verdicts).hasSize(PARTS).allMatch(verdict -> verdict.endsWith("," + model));
            assertThat(verdicts.stream().map(verdict -> verdict.split(",")[0])).doesNotHaveDuplicates()
                    .contains("P-0000", "P-0199");

            // Then a part is found by its id, once
            given().get("/lines/{line}/predictions?partId=P-0150", line.name()).then().statusCode(200)
                    .body("", hasSize(1)).body("[0].fileName", equalTo("P-0150.pgm"))
                    .body("[0].modelVersion", equalTo(model));
        }
    }

    /** Grey pictures as PGM; from the hundredth on all show the same. */
    private List<String> pictures() throws IOException {
        Images images = TwoLineImages.target(Split.TRAIN, PARTS / 2, PARTS / 2, 3).get(0).images();
        List<String> files = new ArrayList<>();
        for (int i = 0; i < PARTS; i++) {
            ByteArrayOutputStream picture = new ByteArrayOutputStream();
            picture.writeBytes("P5 %d %d 255\n".formatted(images.shape().width(), images.shape().height())
                    .getBytes(StandardCharsets.US_ASCII));
            picture.writeBytes(images.image(Math.min(i, PARTS / 2 - 1)));
            files.add(Files.write(directory.resolve("P-%04d.pgm".formatted(i)), picture.toByteArray()).toString());
        }
        return files;
    }

    private record Finished(int exitCode, String output) {}

    private static Finished run(String... arguments) throws IOException, InterruptedException {
        return run(List.of(arguments));
    }

    private static Finished run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(System.getenv().getOrDefault("CROSSLINE_PYTHON", "python3")));
        command.addAll(arguments);
        Path output = Files.createTempFile("python-example", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(EXAMPLES.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS",
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        try {
            Process process = builder.start();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Finished(-1, "did not end: " + Files.readString(output));
            }
            return new Finished(process.exitValue(), Files.readString(output));
        } catch (IOException e) {
            return new Finished(-1, e.getMessage());
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
