package io.crossline.evaluation.labels;

import java.util.List;
import java.util.Locale;

/** Which class, by its name, is that of parts without a defect. */
final class GoodClassName {

    private static final List<String> NAMES = List.of("good", "ok", "free", "none", "normal", "pass");

    private GoodClassName() {}

    /** @return null where none is known to be */
    static String of(List<String> classNames) {
        return classNames.stream().filter(name -> NAMES.contains(name.strip().toLowerCase(Locale.ROOT))).findFirst()
                .orElse(null);
    }
}
