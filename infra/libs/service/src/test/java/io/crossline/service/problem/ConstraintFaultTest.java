package io.crossline.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.QueryParam;

import org.junit.jupiter.api.Test;

class ConstraintFaultTest {

    record Part(@NotBlank String name) {}

    record Request(@NotBlank String line, List<@NotNull @Valid Part> parts) {}

    public static class Resource {

        public void post(@QueryParam("limit") @Min(1) int limit, @NotNull @Valid Request request) {}
    }

    /** As the container makes one. */
    public static class Subclass extends Resource {

        @Override
        public void post(int limit, Request request) {
            super.post(limit, request);
        }
    }

    /** Given faults in a body, when they are named, then the names are those of the JSON, sorted. */
    @Test
    void fieldsOfABody() throws Exception {
        Request request = new Request(" ", Arrays.asList(new Part("a"), new Part(""), null));

        assertThat(fields(1, request)).containsExactly("line", "parts[1].name", "parts[2]");
    }

    /** Given a query parameter out of bounds, when it is named, then the name is the parameter's. */
    @Test
    void parameters() throws Exception {
        assertThat(fields(0, new Request("a", List.of()))).containsExactly("limit");
    }

    /** Given no body, when it is named, then it is called body. */
    @Test
    void missingBody() throws Exception {
        assertThat(fields(1, null)).containsExactly("body");
    }

    private static List<String> fields(int limit, Request request) throws Exception {
        Method post = Resource.class.getMethod("post", int.class, Request.class);
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            var violations = factory.getValidator().forExecutables().validateParameters(new Subclass(), post,
                    new Object[]{limit, request});
            return ConstraintFault.violations(new ConstraintViolationException(violations)).stream()
                    .map(Violation::field).toList();
        }
    }
}
