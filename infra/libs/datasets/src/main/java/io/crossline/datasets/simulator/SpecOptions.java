package io.crossline.datasets.simulator;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.crossline.contracts.InvalidFieldException;

/** What stands after the {@code ?} of a simulator spec: {@code images=200&to=worn&at=0.3}. */
final class SpecOptions {

    private static final List<String> NAMES = List.of("images", "test", "mix", "to", "at", "until");

    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * @param text null where there is no {@code ?}
     * @throws InvalidFieldException if an option is not known
     */
    SpecOptions(String text) {
        for (String option : text == null ? new String[0] : text.split("&")) {
            int equals = option.indexOf('=');
            String name = equals < 0 ? option : option.substring(0, equals);
            if (!NAMES.contains(name)) {
                throw new InvalidFieldException("option",
                        "is '" + name + "', expected one of " + String.join(", ", NAMES));
            }
            values.put(name, equals < 0 ? "" : option.substring(equals + 1));
        }
    }

    int count(String name, int otherwise) {
        String value = values.get(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new InvalidFieldException(name,
                    "is '" + value + "', expected a whole number up to " + SimulatorSpec.MAX_IMAGES, e);
        }
    }

    /** Null where the line is not on its way to another one. */
    Stretch stretch(SimulatedLine from) {
        if (!values.containsKey("to")) {
            for (String name : List.of("at", "until")) {
                if (values.containsKey(name)) {
                    throw new InvalidFieldException(name, "is given, but not to: the line on the way to which '"
                            + from.lineName() + "' is, such as to=worn");
                }
            }
            return null;
        }
        if (!values.containsKey("at")) {
            throw new InvalidFieldException("at", "is missing, expected 0 to 1: how far the line is on its way to '"
                    + values.get("to") + "'");
        }
        double at = share("at");
        return new Stretch(from, SimulatedLine.named("to", values.get("to")), at,
                values.containsKey("until") ? share("until") : at);
    }

    private double share(String name) {
        try {
            return Double.parseDouble(values.get(name));
        } catch (NumberFormatException e) {
            throw new InvalidFieldException(name, "is '" + values.get(name) + "', expected a number from 0 to 1", e);
        }
    }

    ClassMix mix() {
        if (!values.containsKey("mix")) {
            return ClassMix.BALANCED;
        }
        List<String> names = DefectClass.classNames();
        Map<DefectClass, Double> weights = new EnumMap<>(DefectClass.class);
        for (String part : values.get("mix").split(",")) {
            int colon = part.indexOf(':');
            int label = names.indexOf(colon < 0 ? part : part.substring(0, colon));
            if (label < 0) {
                throw new InvalidFieldException("mix",
                        "has '" + part + "', expected CLASS:WEIGHT with a class of " + String.join(", ", names));
            }
            try {
                double weight = colon < 0 ? 1 : Double.parseDouble(part.substring(colon + 1));
                weights.put(DefectClass.values()[label], weight);
            } catch (NumberFormatException e) {
                throw new InvalidFieldException("mix",
                        "has the weight '" + part.substring(colon + 1) + "', expected a number", e);
            }
        }
        return ClassMix.of(weights);
    }
}
