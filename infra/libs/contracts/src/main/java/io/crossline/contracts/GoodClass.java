package io.crossline.contracts;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The class of parts without a defect, among the classes of a line. */
public final class GoodClass {

    /** Names that mean it, the first that a line has counts. */
    private static final List<String> NAMES = List.of("good", "ok", "free", "none", "normal", "pass");

    private GoodClass() {}

    /**
     * @param told name of the good class as a person gave it, or null where nobody did
     * @return index of the told class; else of the class named good, ok, free, none, normal or pass, in any case of letters; empty
     *         where there is none, as with digits
     * @throws InvalidFieldException if {@code told} is not among the class names
     */
    public static OptionalInt of(List<String> classNames, String told) {
        if (told != null) {
            String name = ClassNames.normal(told);
            Require.that(classNames.contains(name), "goodClass", "is '" + told + "', expected one of " + classNames);
            return OptionalInt.of(classNames.indexOf(name));
        }
        return NAMES.stream()
                .flatMapToInt(name -> IntStream.range(0, classNames.size())
                        .filter(k -> classNames.get(k).strip().equalsIgnoreCase(name)))
                .findFirst();
    }
}
