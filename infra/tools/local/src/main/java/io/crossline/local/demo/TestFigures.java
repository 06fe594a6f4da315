package io.crossline.local.demo;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a method's classifier is worth beside its accuracy. A figure is null where the line's test images have no labels; escapes and
 * overkill also where no class is the good one.
 *
 * @param sourceBalancedAccuracy mean of the classes' recalls on the source line, 0 to 1
 * @param targetBalancedAccuracy the same on the target line
 * @param targetEscapes share of the target line's defects that were called good
 * @param targetOverkill share of the target line's good parts that were called a defect
 */
public record TestFigures(Double sourceBalancedAccuracy, Interval sourceBalancedAccuracyInterval,
        Double targetBalancedAccuracy, Interval targetBalancedAccuracyInterval, Double targetEscapes,
        Interval targetEscapesInterval, Double targetOverkill, Interval targetOverkillInterval) {

    static final TestFigures NONE = new TestFigures(null, null, null, null, null, null, null, null);

    /** Of 95 %. */
    public record Interval(double low, double high) {

        private static Interval of(JsonNode row, String field) {
            JsonNode interval = row.path(field);
            return interval.isObject()
                    ? new Interval(interval.path("low").asDouble(), interval.path("high").asDouble())
                    : null;
        }
    }

    static TestFigures of(JsonNode row) {
        return new TestFigures(Report.number(row, "sourceBalancedAccuracy"),
                Interval.of(row, "sourceBalancedAccuracyInterval"), Report.number(row, "targetBalancedAccuracy"),
                Interval.of(row, "targetBalancedAccuracyInterval"), Report.number(row, "targetEscapes"),
                Interval.of(row, "targetEscapesInterval"), Report.number(row, "targetOverkill"),
                Interval.of(row, "targetOverkillInterval"));
    }
}
