package io.crossline.contracts;

import java.util.regex.Pattern;

/**
 * The frozen feature extractor that a classifier stands on. It is no part of the model's archive: whoever runs the model has the file.
 *
 * @param name of the ONNX file when the model was trained; another name does no harm
 * @param sha256 of the ONNX file, in hex
 * @param features length of the vector that it gives for an image
 * @param preprocessingSha256 SHA-256, in hex, over the values of the file beside it that says how an image becomes its input
 */
public record BackboneFile(String name, String sha256, int features, String preprocessingSha256) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public BackboneFile {
        Require.text("name", name);
        requireSha256("sha256", sha256);
        Require.that(features >= 1, "features", "is " + features + ", expected 1 or more");
        requireSha256("preprocessingSha256", preprocessingSha256);
    }

    static void requireSha256(String field, String value) {
        Require.that(value != null && SHA256.matcher(value).matches(), field,
                "is '" + value + "', expected 64 hex digits");
    }
}
