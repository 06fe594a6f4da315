package io.crossline.translation.generator;

/** No such generators in Kafka. */
public class UnknownGeneratorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownGeneratorException(String modelVersion) {
        super("There are no generators '" + modelVersion + "' among the trained models.");
    }
}
