package io.crossline.networks.backbone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Json;

/** Reads {@code NAME.json}, which lies beside {@code NAME.onnx}. Every fault names the file and the field. */
final class PreprocessingFile {

    private static final TreeSet<String> FIELDS = new TreeSet<>(List.of("height", "width", "layout", "channels",
            "scale", "mean", "std", "input", "output", "pooling"));
    private static final double TO_UNIT = 1.0 / 255;

    private final Path file;
    private final JsonNode json;

    private PreprocessingFile(Path file, JsonNode json) {
        this.file = file;
        this.json = json;
    }

    static Path beside(Path onnx) {
        String name = onnx.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return onnx.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".json");
    }

    /** @throws BackboneException if the file is missing or at fault */
    static Preprocessing read(Path onnx) {
        Path file = beside(onnx);
        if (!Files.isRegularFile(file)) {
            throw new BackboneException("The backbone " + onnx + " has no " + file.getFileName()
                    + " beside it, which says how an image becomes its input: expected at least {\"height\": 224, "
                    + "\"width\": 224}");
        }
        try {
            JsonNode json = Json.mapper().readTree(Files.readString(file));
            return new PreprocessingFile(file, json).preprocessing();
        } catch (JsonProcessingException e) {
            throw new BackboneException(file + " is no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new BackboneException(file + " cannot be read: " + e, e);
        } catch (InvalidFieldException e) {
            throw new BackboneException(file + ": " + e.getMessage(), e);
        }
    }

    private Preprocessing preprocessing() {
        if (!json.isObject()) {
            throw new BackboneException(file + " is no JSON object");
        }
        for (Iterator<String> names = json.fieldNames(); names.hasNext();) {
            String name = names.next();
            if (!FIELDS.contains(name)) {
                throw new InvalidFieldException(name, "is unknown, expected one of " + FIELDS);
            }
        }
        ChannelOrder channels = constant("channels", ChannelOrder.RGB);
        return new Preprocessing(side("height"), side("width"), constant("layout", Layout.NCHW), channels,
                json.has("scale") ? number("scale", json.get("scale")) : TO_UNIT,
                values("mean", Collections.nCopies(channels.count(), 0.0)),
                values("std", Collections.nCopies(channels.count(), 1.0)), text("input"), text("output"),
                constant("pooling", Pooling.NONE));
    }

    private int side(String field) {
        JsonNode value = json.path(field);
        if (!value.isInt()) {
            throw new InvalidFieldException(field,
                    value.isMissingNode()
                            ? "must not be missing"
                            : "is " + value + ", expected a whole number of pixels");
        }
        return value.intValue();
    }

    private List<Double> values(String field, List<Double> otherwise) {
        if (!json.has(field)) {
            return otherwise;
        }
        JsonNode values = json.get(field);
        if (!values.isArray()) {
            throw new InvalidFieldException(field, "is " + values + ", expected a list of numbers, one a channel");
        }
        Double[] numbers = new Double[values.size()];
        Arrays.setAll(numbers, i -> number(field, values.get(i)));
        return List.of(numbers);
    }

    private static double number(String field, JsonNode value) {
        if (!value.isNumber()) {
            throw new InvalidFieldException(field, "has " + value + ", expected a number");
        }
        return value.doubleValue();
    }

    private String text(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new InvalidFieldException(field, "is " + value + ", expected a name");
        }
        return value.textValue();
    }

    private <E extends Enum<E>> E constant(String field, E otherwise) {
        String name = text(field);
        if (name == null) {
            return otherwise;
        }
        E[] constants = otherwise.getDeclaringClass().getEnumConstants();
        return Arrays.stream(constants).filter(each -> each.name().equalsIgnoreCase(name)).findFirst()
                .orElseThrow(() -> new InvalidFieldException(field,
                        "is '" + name + "', expected one of " + Arrays.toString(constants)));
    }
}
