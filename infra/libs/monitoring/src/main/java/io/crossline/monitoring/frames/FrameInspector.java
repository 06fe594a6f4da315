package io.crossline.monitoring.frames;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.crossline.contracts.FrameCheck;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Images;

/**
 * Finds the unusable frames of one line, which come in the line's order. The same frames in the same order give the same findings.
 *
 * <p>
 * Limits that need no frames of the line hold from the first one. From the {@value #LEARNT_AFTER}th good frame on, narrower ones are learnt
 * from the line's newest {@value GoodFrames#KEPT} good frames, and follow them: a line that changes slowly is not marked. Where a measure crosses its limit,
 * the first check counts, in the order of {@link FrameCheck}:
 *
 * <table>
 * <caption>Checks, what is measured, and where a frame is unusable</caption>
 * <tr><td>no light<td>grey value that 1 % of the pixels exceed<td>at most 16, or a quarter of the line's
 * <tr><td>over-exposed<td>share of pixels of at least 240<td>at least 0.98, or 0.5 more than the line's
 * <tr><td>cut<td>share of rows of one constant value at the bottom, beyond as many at the top<td>at least 0.2 below a row that differs across the frame, or 0.15
 * more than the line's
 * <tr><td>torn<td>share of rows at the bottom that are those of the frame before, to the last bit<td>at least 0.1
 * <tr><td>frozen<td>largest difference between the blocks of this frame and one {@value #EQUAL_FRAMES} frames ago or more, all between equal too, in grey values
 * <td>at most 1.5, or a quarter of the line's from one frame to the next, their median
 * <tr><td>no part in view<td>standard deviation of blocks, by light<td>at most 0.004, or 0.3 of the line's
 * <tr><td>out of focus<td>standard deviation of the Laplacian, by the pixels'<td>at most 0.7 of the line's, less where good frames differ much
 * </table>
 *
 * The line's value is the one that 95 % of its good frames keep, where nothing else is said. Tiles of a
 * picture are not checked. Not for several threads.
 */
public final class FrameInspector {

    /** So many frames in a row are equal before the last one is frozen: a few exposures of one part may be. */
    public static final int EQUAL_FRAMES = 5;

    static final int LEARNT_AFTER = 200;
    private static final int LEARNT_EVERY = 50;
    /** Of rows that two frames have in common, such pixels at least: see {@link LowerPart#telling}. */
    private static final int TELLING = 32;

    private FrameLimits.Good good;
    private FrameLimits limits;
    private int learnt;
    private ImageShape shape;
    private FrameMeasures before;
    /** Blocks of the first of the equal frames. */
    private float[] first;
    private int equal;

    /** Bytes of the heap that an inspector of frames of a shape needs at most, about. */
    public static long bytes(ImageShape shape) {
        return 6L * Float.BYTES * GoodFrames.KEPT + 4096 + (long) Integer.BYTES * shape.height();
    }

    /**
     * Looks at a batch, which comes after those before. Images of another shape begin anew.
     *
     * @param off checks that the line does without
     * @return an entry an image, in the batch's order; empty for a usable one
     */
    public List<Optional<FrameFinding>> inspect(Images images, Set<FrameCheck> off) {
        if (!images.shape().equals(shape)) {
            begin(images.shape());
        }
        List<Optional<FrameFinding>> findings = new ArrayList<>(images.count());
        for (int i = 0; i < images.count(); i++) {
            findings.add(inspect(images, i, off));
        }
        return findings;
    }

    private void begin(ImageShape with) {
        shape = with;
        before = null;
        equal = 0;
        learnt = 0;
        good = new FrameLimits.Good();
        limits = FrameLimits.FLOORS;
    }

    /** The same with all checks. */
    public List<Optional<FrameFinding>> inspect(Images images) {
        return inspect(images, EnumSet.noneOf(FrameCheck.class));
    }

    private Optional<FrameFinding> inspect(Images images, int image, Set<FrameCheck> off) {
        if (images.part(image).tile() != null) {
            before = null; // a piece of a frame may be plain or dark
            return Optional.empty();
        }
        FrameMeasures now = FrameMeasures.of(images.pixels(), image, shape);
        double change = compare(now);
        double torn = torn(images, image, now);
        double cut = cutLimit(images, image, now);
        Optional<FrameFinding> finding = found(now, change, torn, cut).stream()
                .filter(one -> !off.contains(one.check()))
                .findFirst();
        if (finding.isEmpty()) {
            learn(now, before == null ? Double.MAX_VALUE : largest(now.blocks(), before.blocks()));
        }
        before = now;
        return finding;
    }

    private double cutLimit(Images images, int image, FrameMeasures now) {
        boolean isAcross = now.constant() >= FrameLimits.CUT
                && LowerPart.isCutAcross(images.pixels(), image * shape.bytes(), shape);
        return isAcross ? FrameLimits.CUT : limits.constant();
    }

    /** All that is wrong with a frame. */
    private List<FrameFinding> found(FrameMeasures now, double change, double torn, double cut) {
        List<FrameFinding> found = new ArrayList<>();
        add(found, now.light() <= limits.light(), FrameCheck.NO_LIGHT, now.light(), limits.light());
        add(found, now.white() >= limits.white(), FrameCheck.OVER_EXPOSED, now.white(), limits.white());
        add(found, now.constant() >= cut, FrameCheck.CUT, now.constant(), cut);
        add(found, torn >= FrameLimits.TORN, FrameCheck.TORN, torn, FrameLimits.TORN);
        add(found, equal >= EQUAL_FRAMES, FrameCheck.FROZEN, change, limits.change());
        add(found, now.structure() <= limits.structure(), FrameCheck.NO_PART, now.structure(), limits.structure());
        add(found, now.sharpness() <= limits.sharpness(), FrameCheck.OUT_OF_FOCUS, now.sharpness(),
                limits.sharpness());
        return found;
    }

    private static void add(List<FrameFinding> found, boolean isWrong, FrameCheck check, double measured,
            double limit) {
        if (isWrong) {
            found.add(new FrameFinding(check, measured, limit));
        }
    }

    /** Counts how many frames in a row are equal, and how much this one differs from their first. */
    private double compare(FrameMeasures now) {
        double change = before == null ? Double.MAX_VALUE : largest(now.blocks(), first);
        if (change <= limits.change()) {
            equal++;
        } else {
            first = now.blocks();
            equal = 1;
        }
        return change;
    }

    private static double largest(float[] blocks, float[] others) {
        float largest = 0;
        for (int i = 0; i < blocks.length; i++) {
            largest = Math.max(largest, Math.abs(blocks[i] - others[i]));
        }
        return largest;
    }

    private double torn(Images images, int image, FrameMeasures now) {
        if (before == null) {
            return 0;
        }
        int height = shape.height();
        int same = 0;
        while (same < height && now.rows()[height - 1 - same] == before.rows()[height - 1 - same]) {
            same++;
        }
        boolean isTorn = same >= FrameLimits.TORN * height && same < height
                && LowerPart.telling(images.pixels(), image * shape.bytes(), shape, same) >= TELLING;
        return isTorn ? (double) same / height : 0;
    }

    private void learn(FrameMeasures now, double change) {
        good.light().add(now.light());
        good.white().add(now.white());
        good.structure().add(now.structure());
        good.sharpness().add(now.sharpness());
        good.constant().add(now.constant());
        good.change().add(change);
        learnt++;
        if (learnt >= LEARNT_AFTER && learnt % LEARNT_EVERY == 0) {
            limits = FrameLimits.learnt(good);
        }
    }
}
