package io.crossline.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.contracts.ModelPromoted;
import io.crossline.local.UserError;
import io.crossline.local.rest.FakeServices;
import io.crossline.local.rest.RestClient;

class OperatorTest {

    private static final String PROMOTION = "{'line':'line-a','modelVersion':'m-2','previousModel':'m-1','by':'Ada',"
            + "'reason':'better','at':'2026-01-31T14:02:00Z'}";

    private FakeServices services;
    private Operator operator;

    @BeforeEach
    void anEvaluationService() throws IOException {
        services = new FakeServices();
        services.answer("GET /lines/line-a", 200, "{'servingModel':'m-2','champion':" + PROMOTION + "}");
        operator = new Operator(new RestClient("evaluation", services.address()));
    }

    @AfterEach
    void stop() {
        services.close();
    }

    @Test
    void aRollbackNamesTheChampionThatItLeaves() throws Exception {
        services.answer("POST /lines/line-a/rollback", 200, PROMOTION);

        operator.rollBack("line-a");

        JsonNode request = services.received("/lines/line-a/rollback", 1);
        assertThat(request.path("leaves").asText()).isEqualTo("m-2");
        assertThat(request.path("by").asText()).isNotBlank();
        assertThat(request.path("reason").asText()).isNotBlank();
    }

    @Test
    void aRefusalIsAnError() {
        services.answer("PUT /lines/line-a/champion", 409, "{'detail':'rejected'}");

        assertThatThrownBy(() -> operator.promote("line-a", "m-3")).isInstanceOf(UserError.class)
                .hasMessageContaining("rejected");
        assertThat(services.received("/lines/line-a/champion", 1).path("modelVersion").asText()).isEqualTo("m-3");
    }

    @Test
    void thePromotionsAreThoseOfTheTopic() throws Exception {
        services.answer("GET /lines/line-a/promotions", 200, "[" + PROMOTION + "]");

        assertThat(operator.promotions("line-a")).singleElement()
                .satisfies(promotion -> assertThat(promotion.previousModel()).isEqualTo("m-1"))
                .isInstanceOf(ModelPromoted.class);
        assertThat(operator.champion("line-a")).isEqualTo("m-2");
        assertThat(operator.serving("line-a")).isEqualTo("m-2");
    }
}
