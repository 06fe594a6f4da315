package io.crossline.contracts;

import java.util.Arrays;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What may make a camera's frame unusable. */
public enum FrameCheck {

    /** The frame is black, or nearly. */
    NO_LIGHT("no light"),
    /** Most of the frame is white. */
    OVER_EXPOSED("over-exposed"),
    /** The lower part was not transferred: it has one constant value. */
    CUT("cut"),
    /** The lower part is of the frame before. */
    TORN("torn"),
    /** The same frame again and again, but for noise. */
    FROZEN("frozen"),
    /** The frame shows next to nothing of what the line's frames show. */
    NO_PART("no part in view"),
    /** Edges are far softer than on the line's frames. */
    OUT_OF_FOCUS("out of focus");

    private final String id;

    FrameCheck(String id) {
        this.id = id;
    }

    /** Name of the reason, for people and in events. */
    @JsonValue
    public String id() {
        return id;
    }

    /** @throws InvalidFieldException if there is no such check */
    @JsonCreator
    public static FrameCheck parse(String id) {
        return Arrays.stream(values()).filter(check -> check.id.equals(id)).findFirst()
                .orElseThrow(() -> new InvalidFieldException("frameCheck", "is '" + id + "', expected one of "
                        + Arrays.stream(values()).map(FrameCheck::id).collect(Collectors.joining(", "))));
    }
}
