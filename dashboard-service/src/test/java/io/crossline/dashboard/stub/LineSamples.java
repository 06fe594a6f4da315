package io.crossline.dashboard.stub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.crossline.contracts.Method;

/** Many lines in all states, as evaluation-service and ingest-service tell of them. */
public final class LineSamples {

    /** One of several lines in use; there is no picture of it, and no model. */
    static final String WITHOUT_MODEL = "assembly-002";

    private static final String DANN = Samples.modelVersion(Method.DANN);
    /** Of a hundred lines, so many are not fine. */
    private static final int TROUBLED = 12;
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final List<String> PLACES = List.of("press", "paint-shop", "assembly", "welding", "packaging");

    private LineSamples() {}

    /** The target line, which a champion serves and whose lamp fades, and others in the order of their names. */
    static List<Object> overview(int lines) {
        List<Object> all = new ArrayList<>(
                List.of(line(Samples.TARGET, DANN, window(0.90, 8), cycle("TRAINING", null), null)));
        for (int number = 1; number < lines; number++) {
            all.add(line(number, lines));
        }
        return all;
    }

    /** The same lines and one that nothing is known of but that it delivers. */
    static List<Object> delivering(int lines) {
        List<Object> all = new ArrayList<>(Samples.lines());
        for (int number = 1; number < lines; number++) {
            boolean silent = kind(number, lines) == 4;
            all.add(Samples.document("line", name(number), "imagesTotal", 1200 + number, "batchesTotal", 12,
                    "lastCapturedAt", Samples.NOW.minusSeconds(silent ? 5 * HOUR : number % 50).toString(),
                    "classNames", Samples.CLASSES, "shape",
                    Samples.document("channels", 1, "height", 28, "width", 28)));
        }
        return lines == 1 ? all.subList(1, 2) : all;
    }

    private static String name(int number) {
        return "%s-%03d".formatted(PLACES.get(number % PLACES.size()), number);
    }

    /** 0 to 5 for the states other than fine; of few lines every second one. */
    private static int kind(int number, int lines) {
        int turn = lines > 100 ? 100 : 2 * TROUBLED;
        return number % turn < TROUBLED ? number % turn % 6 : 6;
    }

    private static Map<String, Object> line(int number, int lines) {
        double share = number * 37 % 100 / 100.0;
        Object calm = window(0.93 + 0.06 * share, 0);
        Object drift = window(0.80 + 0.06 * share, 3);
        return switch (kind(number, lines)) {
            case 0 -> line(name(number), DANN, drift, cycle("CLOSED", "REFUSED"), null);
            case 1 -> line(name(number), DANN, drift, null, null);
            case 2 -> line(name(number), null, null, null, null);
            case 3 -> line(name(number), DANN, calm, cycle("SHADOW", null), null);
            case 5 -> line(name(number), DANN, calm, null,
                    Samples.document("check", number % 2 == 0 ? "no light" : "out of focus", "since",
                            Samples.NOW.minusSeconds(20 * MINUTE).toString(), "frames", 40 + number));
            default -> line(name(number), DANN, calm, cycle("CLOSED", "KEPT"), null);
        };
    }

    /** @param model that serves, or null */
    public static Map<String, Object> line(String name, String model, Object window, Object cycle, Object fault) {
        return Samples.document("line", name, "servingModel", model, "championSince",
                model == null ? null : Samples.NOW.minusSeconds(26 * HOUR).toString(), "loopEnabled", true,
                "loopPinned", false, "window", window, "cycle", cycle, "cameraFault", fault, "missing",
                model == null ? "No model serves this line yet." : null);
    }

    public static Map<String, Object> window(double accuracy, int driftedInARow) {
        return Samples.document("modelVersion", DANN, "drifted", driftedInARow > 0, "driftedInARow", driftedInARow,
                "diagnosis",
                driftedInARow > 0
                        ? "darker by 22 %, poorer in contrast by 19 %; the class mix is unchanged"
                        : "the pictures are unchanged; the class mix is unchanged",
                "estimate",
                Samples.document("accuracy", accuracy, "low", accuracy - 0.05, "high", Math.min(1, accuracy + 0.04)),
                "trueAccuracy", null, "at", Samples.NOW.minusSeconds(MINUTE).toString());
    }

    /** @param outcome null while it is open */
    public static Map<String, Object> cycle(String state, String outcome) {
        return Samples.document("state", state, "outcome", outcome, "detail", "", "openedAt",
                Samples.NOW.minusSeconds(2 * HOUR).toString(), "closedAt",
                outcome == null ? null : Samples.NOW.minusSeconds(HOUR).toString());
    }
}
