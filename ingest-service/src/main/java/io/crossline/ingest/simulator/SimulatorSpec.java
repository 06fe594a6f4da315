package io.crossline.ingest.simulator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Split;

/**
 * A simulated data set as a user writes it: {@code PROFILE} or {@code PROFILE?images=6000&test=1200&mix=good:5,dent:1},
 * with or without {@code sim:} in front.
 *
 * @param images of the train split, 1 to 1,000,000
 * @param test images of the test split, 0 to 1,000,000
 * @param mix how often each class comes, in both splits
 */
public record SimulatorSpec(SimulatedLine line, int images, int test, ClassMix mix) {

    public static final String SCHEME = "sim:";
    public static final int DEFAULT_IMAGES = 5000;
    public static final int DEFAULT_TEST = 1000;

    private static final int MAX_IMAGES = 1_000_000;

    public SimulatorSpec {
        Bounds.check("images", images, 1, MAX_IMAGES);
        Bounds.check("test", test, 0, MAX_IMAGES);
    }

    /** @throws InvalidFieldException naming the option at fault and what it may be */
    public static SimulatorSpec parse(String text) {
        String spec = text == null ? "" : text.trim();
        spec = spec.startsWith(SCHEME) ? spec.substring(SCHEME.length()) : spec;
        int mark = spec.indexOf('?');
        SimulatedLine line = SimulatedLine.named(mark < 0 ? spec : spec.substring(0, mark));
        int images = DEFAULT_IMAGES;
        int test = DEFAULT_TEST;
        ClassMix mix = ClassMix.BALANCED;
        for (String option : mark < 0 ? new String[0] : spec.substring(mark + 1).split("&")) {
            int equals = option.indexOf('=');
            String name = equals < 0 ? option : option.substring(0, equals);
            String value = equals < 0 ? "" : option.substring(equals + 1);
            switch (name) {
                case "images" -> images = number(name, value);
                case "test" -> test = number(name, value);
                case "mix" -> mix = mix(value);
                default -> throw new InvalidFieldException("option",
                        "is '" + name + "', expected one of images, test, mix");
            }
        }
        return new SimulatorSpec(line, images, test, mix);
    }

    /** How many images the split has; a simulated line has no calibration split. */
    public int count(Split split) {
        return switch (split) {
            case TRAIN -> images;
            case TEST -> test;
            case CALIBRATION -> 0;
        };
    }

    /**
     * The split's camera. Lines and splits share no image under one seed; on a line that drifts the test split goes on
     * where the train split ends.
     */
    public LineSimulator open(Split split, ImageShape shape, long seed) {
        long own = RandomStream.seed(seed, line.lineName() + "/" + split.id());
        return new LineSimulator(line.drift(), mix, shape, own, split == Split.TRAIN ? 0 : images);
    }

    private static int number(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new InvalidFieldException(name, "is '" + value + "', expected a whole number up to " + MAX_IMAGES, e);
        }
    }

    private static ClassMix mix(String value) {
        List<String> names = DefectClass.classNames();
        Map<DefectClass, Double> weights = new EnumMap<>(DefectClass.class);
        for (String part : value.split(",")) {
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
