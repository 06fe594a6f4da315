package io.crossline.contracts;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds a constant by the name that people write, its own in small letters. */
final class Named {

    private Named() {}

    static <E extends Enum<E>> E of(String field, String text, E[] all) {
        return Arrays.stream(all).filter(one -> name(one).equals(text)).findFirst()
                .orElseThrow(() -> new InvalidFieldException(field, "is '" + text + "', expected one of "
                        + Arrays.stream(all).map(Named::name).collect(Collectors.joining(", "))));
    }

    private static String name(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
