package io.crossline.training.trainer;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A trainer's hyperparameters, a record of {@code int} and {@code double} components, as names and values. */
public interface Hyperparameters {

    /** Passes over the data. */
    int epochs();

    /** Images of each line in one step. */
    int batch();

    /** Steps of an epoch at most; 0 for as many as the data give. */
    int maxStepsPerEpoch();

    /** All of them, by the record's component names. */
    default Map<String, String> toMap() {
        Map<String, String> values = new TreeMap<>();
        for (RecordComponent component : getClass().getRecordComponents()) {
            values.put(component.getName(), String.valueOf(value(component, this)));
        }
        return values;
    }

    /**
     * @param defaults the values that {@code values} does not name
     * @throws IllegalArgumentException if a name is unknown, or a value is no number or out of its bounds
     */
    static <H extends Record & Hyperparameters> H of(H defaults, Map<String, String> values) {
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        for (String name : values.keySet()) {
            if (Arrays.stream(components).noneMatch(component -> component.getName().equals(name))) {
                throw new IllegalArgumentException("hyperparameters." + name + " is unknown, expected one of " + Arrays
                        .stream(components).map(RecordComponent::getName).sorted().collect(Collectors.joining(", ")));
            }
        }
        Object[] arguments = Arrays.stream(components).map(component -> {
            String text = values.get(component.getName());
            return text == null ? value(component, defaults) : number(component, text);
        }).toArray();
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            @SuppressWarnings("unchecked") // the class of an H is a Class<H>: records are final
            Constructor<H> constructor = (Constructor<H>) defaults.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException invalid) {
                throw invalid;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Checks bounds in a record's constructor. */
    static void require(boolean holds, String name, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("hyperparameters." + name + " is " + value + ", expected " + expected);
        }
    }

    /** Checks the components that all hyperparameters have. */
    static void requireCommon(int epochs, int batch, int maxStepsPerEpoch) {
        require(epochs >= 1, "epochs", epochs, "1 or more");
        require(batch >= 2, "batch", batch, "2 or more");
        require(maxStepsPerEpoch >= 0, "maxStepsPerEpoch", maxStepsPerEpoch, "0 or more");
    }

    private static Object number(RecordComponent component, String text) {
        try {
            return component.getType() == int.class
                    ? (Object) Integer.parseInt(text.trim())
                    : (Object) Double.parseDouble(text.trim());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("hyperparameters." + component.getName() + " is '" + text
                    + "', expected a number of type " + component.getType(), e);
        }
    }

    private static Object value(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
