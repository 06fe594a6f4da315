package io.crossline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.local.rest.FakeServices;

class ReplayCommandTest {

    @TempDir
    Path data;

    private RunningCrossline crossline;
    private FakeServices training;

    @BeforeEach
    void aTrainingServiceThatTakesTheReplay() throws IOException {
        training = new FakeServices();
        training.answer("POST /replays", 202, "{'jobId':'j1'}");
        crossline = new RunningCrossline(data);
    }

    @AfterEach
    void stop() {
        training.close();
    }

    @Test
    void theSameParametersAreASuccess() throws IOException {
        // Given a job that is not known yet, then runs, then ends
        training.answer("GET /jobs/j1", 404, "");
        training.answer("GET /jobs/j1", 200,
                "{'state':'RUNNING','phase':'train','epoch':1,'epochs':2,'fraction':0.5,'losses':{'total':0.25}}");
        training.answer("GET /jobs/j1", 200, completed(1, "All 504,842 parameters are the same."));

        // When the model is replayed
        int code = crossline.with(Service.TRAINING, training).run("replay", "dann-2");

        // Then the user has seen the training and its outcome
        assertThat(code).isZero();
        assertThat(training.received("/replays", 1).path("modelVersion").asText()).isEqualTo("dann-2");
        assertThat(crossline.text()).containsSubsequence("train, epoch 1/2, loss 0.250",
                "Trained again from its offsets and its seed, dann-2 has the same parameters. All 504,842 parameters are the same.");
    }

    @Test
    void otherParametersAreAFailure() throws IOException {
        training.answer("GET /jobs/j1", 200, completed(0, "12 parameters differ."));

        assertThat(crossline.with(Service.TRAINING, training).run("replay", "dann-2")).isEqualTo(1);
        assertThat(crossline.text()).contains("Error: Trained again",
                "dann-2 has other parameters. 12 parameters differ.");
    }

    @Test
    void aServiceThatDoesNotSayProvesNothing() throws IOException {
        training.answer("GET /jobs/j1", 200, "{'state':'COMPLETED','modelVersion':'dann-9','metrics':{}}");

        assertThat(crossline.with(Service.TRAINING, training).run("replay", "dann-2")).isEqualTo(1);
        assertThat(crossline.text()).contains("does not say whether the parameters of dann-2 came out the same.");
    }

    @Test
    void theOutcomeMayStandInTheHistoryOnly() throws IOException {
        training.answer("GET /jobs/j1", 200,
                "{'state':'COMPLETED','modelVersion':'dann-2','history':[{'metrics':{}},{'metrics':{'sameParameters':1.0}}]}");

        assertThat(crossline.with(Service.TRAINING, training).run("replay", "dann-2")).isZero();
    }

    @Test
    void aTrainingThatFailsIsAFailure() throws IOException {
        training.answer("GET /jobs/j1", 200,
                "{'state':'FAILED','message':'offsets 0 to 40 are not in Kafka any more'}");

        assertThat(crossline.with(Service.TRAINING, training).run("replay", "dann-2")).isEqualTo(1);
        assertThat(crossline.text()).contains("FAILED  offsets 0 to 40 are not in Kafka any more");
    }

    @Test
    void aModelThatIsNotThereIsTold() throws IOException {
        try (FakeServices refusing = new FakeServices()) {
            refusing.answer("POST /replays", 404, "{'detail':'There is no model dann-3.','field':'modelVersion'}");

            assertThat(crossline.with(Service.TRAINING, refusing).run("replay", "dann-3")).isEqualTo(1);
        }
        assertThat(crossline.text()).contains("modelVersion: There is no model dann-3.");
    }

    @Test
    void nothingRunsAndWrongArguments() {
        assertThat(crossline.run("replay", "dann-2")).isEqualTo(3);
        assertThat(crossline.run("replay")).isEqualTo(2);
        assertThat(crossline.text()).contains("Missing required parameter: 'MODEL_VERSION'");
    }

    private static String completed(int same, String message) {
        return "{'state':'COMPLETED','modelVersion':'dann-9','elapsedSeconds':41,'metrics':{'sameParameters':%d.0},'message':'%s'}"
                .formatted(same, message);
    }
}
