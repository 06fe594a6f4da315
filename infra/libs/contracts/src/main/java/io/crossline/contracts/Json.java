package io.crossline.contracts;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The control events as JSON: times as ISO-8601, unknown fields ignored so that old readers take new events. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    public static byte[] encode(Object event) {
        try {
            return MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot write " + event.getClass().getSimpleName() + " as JSON", e);
        }
    }

    /** @throws InvalidFieldException if the bytes are no such event, or one whose constructor refuses them */
    public static <T> T decode(byte[] bytes, Class<T> type) {
        Require.that(bytes != null && bytes.length > 0, "value", "is empty, expected a " + type.getSimpleName());
        try {
            return MAPPER.readValue(bytes, type);
        } catch (ValueInstantiationException e) {
            if (e.getCause() instanceof InvalidFieldException invalid) {
                throw invalid;
            }
            throw notOf(type, e);
        } catch (IOException e) {
            throw notOf(type, e);
        }
    }

    private static InvalidFieldException notOf(Class<?> type, IOException e) {
        String what = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
        return new InvalidFieldException("value", "is no " + type.getSimpleName() + ": " + what, e);
    }
}
