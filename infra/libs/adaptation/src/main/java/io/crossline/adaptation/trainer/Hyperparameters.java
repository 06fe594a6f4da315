package io.crossline.adaptation.trainer;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A trainer's hyperparameters as names and values: a record of {@code int}, {@code double} and enum components, and of records of
 * such, whose components count as the hyperparameters' own.
 */
public interface Hyperparameters {

    /** Passes over the data. */
    int epochs();

    /** Images of each line in one step. */
    int batch();

    /** Steps of an epoch at most; 0 for as many as the data give. */
    int maxStepsPerEpoch();

    /** All of them, by the record components' names. */
    default Map<String, String> toMap() {
        Map<String, String> values = new TreeMap<>();
        collect((Record) this, values);
        return values;
    }

    private static void collect(Record from, Map<String, String> values) {
        for (RecordComponent component : from.getClass().getRecordComponents()) {
            Object value = value(component, from);
            if (value instanceof Record nested) {
                collect(nested, values);
            } else {
                values.put(component.getName(), String.valueOf(value));
            }
        }
    }

    /**
     * @param defaults the values that {@code values} does not name
     * @throws IllegalArgumentException if a name is unknown, or a value is no number or out of its bounds
     */
    static <H extends Record & Hyperparameters> H of(H defaults, Map<String, String> values) {
        Set<String> known = defaults.toMap().keySet();
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "hyperparameters." + name + " is unknown, expected one of " + String.join(", ", known));
            }
        }
        return changed(defaults, values);
    }

    private static <R extends Record> R changed(R defaults, Map<String, String> values) {
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        Object[] arguments = Arrays.stream(components).map(component -> {
            Object value = value(component, defaults);
            String text = values.get(component.getName());
            return value instanceof Record nested
                    ? changed(nested, values)
                    : text == null ? value : read(component, text);
        }).toArray();
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            @SuppressWarnings("unchecked") // the class of an R is a Class<R>: records are final
            Constructor<R> constructor = (Constructor<R>) defaults.getClass().getDeclaredConstructor(types);
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

    private static Object read(RecordComponent component, String text) {
        if (component.getType().isEnum()) {
            return Arrays.stream(component.getType().getEnumConstants())
                    .filter(constant -> constant.toString().equals(text.trim())).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("hyperparameters." + component.getName() + " is '"
                            + text + "', expected one of "
                            + Arrays.toString(component.getType().getEnumConstants())));
        }
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
