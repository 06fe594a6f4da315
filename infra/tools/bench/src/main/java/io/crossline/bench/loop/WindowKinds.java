package io.crossline.bench.loop;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.crossline.datasets.simulator.Camera;
import io.crossline.datasets.simulator.ClassMix;
import io.crossline.datasets.simulator.DefectClass;
import io.crossline.datasets.simulator.LineProfile;
import io.crossline.datasets.simulator.Pose;
import io.crossline.datasets.simulator.SimulatedLine;

/** The kinds of windows that a model of a line is tried on. */
final class WindowKinds {

    static final String SAME = "as trained";
    static final String MIX = "class mix";
    static final String FRAMES = "frames";
    static final ClassMix MOSTLY_GOOD = mix(95, 1, 1, 1, 1, 1);

    private static final LineProfile CLEAN = SimulatedLine.CLEAN.drift().from();
    private static final LineProfile WORN = SimulatedLine.WORN.drift().from();
    private static final LineProfile GLARE = SimulatedLine.GLARE.drift().from();

    private WindowKinds() {}

    /** The profile of a line that was clean and is on the way to worn. */
    static LineProfile wornAt(double t) {
        return CLEAN.towards(WORN, t);
    }

    /** @param trainedAt how far the line was on its way from clean to worn when the model learnt its images, 0 to 1 */
    static List<WindowKind> of(double trainedAt) {
        LineProfile base = wornAt(trainedAt);
        List<WindowKind> kinds = new ArrayList<>();
        kinds.add(new WindowKind(SAME, SAME, false, base, ClassMix.BALANCED));
        mixes().forEach((name, mix) -> kinds.add(new WindowKind(name, MIX, false, base, mix)));
        for (double size : new double[]{0.02, 0.05, 0.1}) {
            kinds.add(drift("darker by " + size, "light", camera(base, 0, -size)));
        }
        for (double size : new double[]{0.3, 0.8, 1.6}) {
            kinds.add(drift("blurred by " + size, "focus", camera(base, size, 0)));
        }
        for (double size : new double[]{0.01, 0.03, 0.06}) {
            kinds.add(drift("moved by " + size, "position", moved(base, size)));
        }
        for (double size : new double[]{0.1, 0.3, 0.6}) {
            kinds.add(drift("wear " + size, "wear", new LineProfile(base.light(), base.camera(), base.pose(),
                    base.belt(), Math.min(1, base.wear() + size))));
        }
        for (double size : new double[]{0.1, 0.2, 0.35, 0.5, 0.75, 1}) {
            if (size > trainedAt) {
                kinds.add(drift("worn " + size, "clean to worn", wornAt(size)));
            }
        }
        for (double size : new double[]{0.2, 0.5, 1}) {
            kinds.add(drift("glare " + size, "glare", base.towards(GLARE, size)));
        }
        // last, so that the windows of all other kinds have the seeds that they always had
        kinds.add(new WindowKind("good alone", MIX, false, base, mix(1, 0, 0, 0, 0, 0)));
        for (Frames frames : List.of(Frames.WHITE, Frames.BLACK, Frames.GREY, Frames.REPEATED)) {
            kinds.add(new WindowKind(frames.name().toLowerCase(Locale.ROOT) + " frames", FRAMES, true, base,
                    ClassMix.BALANCED, frames));
        }
        return kinds;
    }

    private static WindowKind drift(String name, String group, LineProfile profile) {
        return new WindowKind(name, group, true, profile, ClassMix.BALANCED);
    }

    private static LineProfile camera(LineProfile base, double blur, double brightness) {
        Camera camera = base.camera();
        return new LineProfile(base.light(), new Camera(camera.blur() + blur, camera.contrast(),
                camera.brightness() + brightness, camera.gamma(), camera.noise()), base.pose(), base.belt(),
                base.wear());
    }

    private static LineProfile moved(LineProfile base, double right) {
        Pose pose = base.pose();
        return new LineProfile(base.light(), base.camera(), new Pose(pose.rotationDegrees(), pose.scale(),
                pose.offsetX() + right, pose.offsetY(), pose.jitter()), base.belt(), base.wear());
    }

    private static Map<String, ClassMix> mixes() {
        Map<String, ClassMix> mixes = new LinkedHashMap<>();
        mixes.put("half good", mix(5, 1, 1, 1, 1, 1));
        mixes.put("nearly all good", MOSTLY_GOOD);
        mixes.put("mostly scratches", mix(1, 5, 1, 1, 1, 1));
        mixes.put("no stain, no missing", mix(1, 1, 1, 1, 0, 0));
        return mixes;
    }

    /** Weights in the order of {@link DefectClass}. */
    private static ClassMix mix(double... weights) {
        Map<DefectClass, Double> byClass = new EnumMap<>(DefectClass.class);
        for (DefectClass defect : DefectClass.values()) {
            byClass.put(defect, weights[defect.ordinal()]);
        }
        return ClassMix.of(byClass);
    }
}
