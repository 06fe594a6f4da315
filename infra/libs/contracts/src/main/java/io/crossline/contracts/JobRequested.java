package io.crossline.contracts;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A training job. It names all its data by offsets, so that any replica of the training service can run it, and anybody
 * can run it again.
 *
 * @param adaptationId the request that the job is a part of
 * @param adaptationMethods what that request asked for; without {@link Method#SOURCE} the source classifier is only a parent
 * @param preset name of the hyperparameter set
 * @param seed everything random in the job follows from it
 * @param source labelled line
 * @param target line whose labels are never read for training
 * @param shape of the images that the networks take
 * @param classNames names of the classes, in the order of their indices
 * @param parentModel model to start from, or null to start from fresh parameters
 * @param targetLabels the few labels that people gave to images of {@code target.train}; none as a rule
 * @param leftOut images of {@code target.train} that training is not to see, such as those of unknown kinds; at most
 *        {@value #MOST_LEFT_OUT} in all, none with a target label
 * @param examples images of the target line of classes that the source line's images do not have, as people named them: they are
 *        learnt with the source's; at most {@value #MOST_EXAMPLES}
 * @param expectedMix what people know of the target line's mix of classes, or null
 * @param backbone SHA-256, in hex, of the ONNX file whose features the networks take in place of pixels, or null
 * @param turns whether training may mirror and turn images; true where nobody said so
 * @param replayOf a model whose training is repeated to compare the parameters, or null; nothing new is published then
 * @param frameChecks which frames of both lines are left out as unusable; null leaves out none, as a job from before does
 * @param modelId what the versions of the job's models end in: the job's id; its first eight digits for a job from before, which says nothing
 */
public record JobRequested(UUID jobId, UUID adaptationId, List<Method> adaptationMethods, Method method, String preset,
        long seed, LineData source,
        LineData target,
        ImageShape shape, List<String> classNames, String parentModel, List<GivenLabel> targetLabels,
        List<BatchImages> leftOut, List<GivenLabel> examples, ExpectedMix expectedMix, String backbone, Boolean turns,
        String replayOf, String modelId, FrameChecks frameChecks, Instant requestedAt) {

    /** A record in Kafka has to hold them. */
    public static final int MOST_LEFT_OUT = 5000;
    /** As well. */
    public static final int MOST_EXAMPLES = 2000;
    private static final int ID_BEFORE = 8;

    /** A job whose models have its whole id in their versions. */
    public JobRequested(UUID jobId, UUID adaptationId, List<Method> adaptationMethods, Method method, String preset,
            long seed, LineData source, LineData target, ImageShape shape, List<String> classNames, String parentModel,
            List<GivenLabel> targetLabels, List<BatchImages> leftOut, List<GivenLabel> examples,
            ExpectedMix expectedMix, String backbone, Boolean turns, String replayOf, Instant requestedAt) {
        this(jobId, adaptationId, adaptationMethods, method, preset, seed, source, target, shape, classNames,
                parentModel, targetLabels, leftOut, examples, expectedMix, backbone, turns, replayOf,
                Require.present("jobId", jobId).toString(), null, requestedAt);
    }

    /** A job that leaves out no image of the target, has the source line's classes, and may mirror and turn images. */
    public JobRequested(UUID jobId, UUID adaptationId, List<Method> adaptationMethods, Method method, String preset,
            long seed, LineData source, LineData target, ImageShape shape, List<String> classNames, String parentModel,
            List<GivenLabel> targetLabels, ExpectedMix expectedMix, String backbone, String replayOf,
            Instant requestedAt) {
        this(jobId, adaptationId, adaptationMethods, method, preset, seed, source, target, shape, classNames,
                parentModel, targetLabels, List.of(), List.of(), expectedMix, backbone, true, replayOf, requestedAt);
    }

    /** A job without target labels. */
    public JobRequested(UUID jobId, UUID adaptationId, List<Method> adaptationMethods, Method method, String preset,
            long seed, LineData source, LineData target, ImageShape shape, List<String> classNames, String parentModel,
            Instant requestedAt) {
        this(jobId, adaptationId, adaptationMethods, method, preset, seed, source, target, shape, classNames,
                parentModel, List.of(), null, null, requestedAt);
    }

    /** A job without a backbone. */
    public JobRequested(UUID jobId, UUID adaptationId, List<Method> adaptationMethods, Method method, String preset,
            long seed, LineData source, LineData target, ImageShape shape, List<String> classNames, String parentModel,
            List<GivenLabel> targetLabels, ExpectedMix expectedMix, String replayOf, Instant requestedAt) {
        this(jobId, adaptationId, adaptationMethods, method, preset, seed, source, target, shape, classNames,
                parentModel, targetLabels, expectedMix, null, replayOf, requestedAt);
    }

    public JobRequested {
        Require.present("jobId", jobId);
        Require.present("adaptationId", adaptationId);
        adaptationMethods = List.copyOf(Require.present("adaptationMethods", adaptationMethods));
        Require.present("method", method);
        Require.text("preset", preset);
        Require.present("source", source);
        Require.present("target", target);
        Require.present("shape", shape);
        classNames = ClassNames.normal(Require.present("classNames", classNames));
        Labels.requireNames(classNames);
        Require.that(classNames.size() >= 2, "classNames",
                "has " + classNames.size() + " classes, expected at least 2");
        Require.that(method == Method.SOURCE || parentModel != null, "parentModel",
                "must not be missing: " + method.id() + " starts from the source classifier");
        // a job from before there were such labels
        targetLabels = targetLabels == null ? List.of() : List.copyOf(targetLabels);
        for (GivenLabel label : targetLabels) {
            Require.that(classNames.contains(label.className()), "targetLabels",
                    "has the class '" + label.className() + "', expected one of " + classNames);
        }
        leftOut = leftOut == null ? List.of() : List.copyOf(leftOut);
        requireLeftOut(leftOut, targetLabels);
        examples = examples == null ? List.of() : List.copyOf(examples);
        requireExamples(examples, classNames);
        if (expectedMix != null) {
            expectedMix.of(classNames);
        }
        if (backbone != null) {
            BackboneFile.requireSha256("backbone", backbone);
            Require.that(method != Method.CYCLEGAN, "backbone",
                    "must be missing: cyclegan trains on pixels, not on a backbone's features");
        }
        // a job from before there was a choice
        turns = turns == null || turns;
        Require.that(replayOf == null || !replayOf.isBlank(), "replayOf", "must not be empty");
        String id = jobId.toString();
        modelId = modelId == null ? id.substring(0, ID_BEFORE) : modelId;
        Require.that(modelId.equals(id) || modelId.equals(id.substring(0, ID_BEFORE)), "modelId",
                "is '" + modelId + "', expected the job's id, " + id);
        Require.present("requestedAt", requestedAt);
    }

    private static void requireLeftOut(List<BatchImages> leftOut, List<GivenLabel> targetLabels) {
        int images = leftOut.stream().mapToInt(batch -> batch.images().size()).sum();
        Require.that(images <= MOST_LEFT_OUT, "leftOut",
                "names " + images + " images, expected at most " + MOST_LEFT_OUT);
        for (GivenLabel label : targetLabels) {
            Require.that(leftOut.stream().noneMatch(batch -> batch.has(label)), "leftOut",
                    "names an image that has a target label: " + label);
        }
    }

    private static void requireExamples(List<GivenLabel> examples, List<String> classNames) {
        Require.that(examples.size() <= MOST_EXAMPLES, "examples",
                "has " + examples.size() + " images, expected at most " + MOST_EXAMPLES);
        Set<GivenLabel> places = new HashSet<>();
        for (GivenLabel example : examples) {
            Require.that(classNames.contains(example.className()), "examples",
                    "has the class '" + example.className() + "', expected one of " + classNames);
            Require.that(places.add(example.of("any")), "examples", "names an image twice: " + example);
        }
    }

    /** The same without these images of the target. */
    public JobRequested leavingOut(List<BatchImages> images) {
        return new JobRequested(jobId, adaptationId, adaptationMethods, method, preset, seed, source, target, shape,
                classNames, parentModel, targetLabels, images, examples, expectedMix, backbone, turns, replayOf,
                modelId, frameChecks, requestedAt);
    }

    /** The same without the frames that these checks mark. */
    public JobRequested checking(FrameChecks frames) {
        return new JobRequested(jobId, adaptationId, adaptationMethods, method, preset, seed, source, target, shape,
                classNames, parentModel, targetLabels, leftOut, examples, expectedMix, backbone, turns, replayOf,
                modelId, frames, requestedAt);
    }

    /** The same from another model. */
    public JobRequested startingFrom(String otherParent) {
        return new JobRequested(jobId, adaptationId, adaptationMethods, method, preset, seed, source, target, shape,
                classNames, otherParent, targetLabels, leftOut, examples, expectedMix, backbone, turns, replayOf,
                modelId, frameChecks, requestedAt);
    }

    /** The same with classes that these images of the target line show. */
    public JobRequested learning(List<String> withClasses, List<GivenLabel> from) {
        return new JobRequested(jobId, adaptationId, adaptationMethods, method, preset, seed, source, target, shape,
                withClasses, parentModel, targetLabels, leftOut, from, expectedMix, backbone, turns, replayOf,
                modelId, frameChecks, requestedAt);
    }

    /** Key of the record: the jobs of a line pair run in the order in which they were requested. */
    public String key() {
        return linePair(source.line(), target.line());
    }

    /** Version of the classifier that the job makes. Follows from the job alone, so that a later job can name it ahead. */
    public String modelVersion() {
        return method.id() + "-" + modelId;
    }

    /** Version of the generators that a {@link Method#CYCLEGAN} job makes on its way. */
    public String generatorVersion() {
        return "generator-" + modelId;
    }

    public static String linePair(String sourceLine, String targetLine) {
        return sourceLine + "~" + targetLine;
    }
}
