package io.crossline.dashboard.lines;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The state of a line, in one word for people. In the order of the list: who needs a person comes first. */
public enum LineState {
    /** The pictures have drifted and the loop does not mend it by itself, or the estimate is low though no drift was found. */
    NEEDS_YOU,
    /** Most of the newest frames are unusable. */
    CAMERA_FAULT,
    /** The pictures have drifted, and the loop may start an adaptation. */
    DRIFTING,
    /** No model serves the line. */
    NO_MODEL,
    /** A cycle is open: a candidate is trained, judged, tried in shadow or watched. */
    ADAPTING,
    /** No picture has come for a while. */
    SILENT,
    /** A model serves, and nothing is known against it. */
    FINE;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
